# ruff: noqa: E501
"""Writes ``given_names.csv`` from the first names in the Faker package (MIT), once, by hand; not used at run time.

Run in an environment of its own: ``pip install Faker && python derive_given_names.py``.
"""

import importlib
import re
from pathlib import Path

LOCALES = [
    "ar_AA",
    "az_AZ",
    "cs_CZ",
    "da_DK",
    "de_AT",
    "de_CH",
    "de_DE",
    "en_GB",
    "en_IE",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_NZ",
    "en_PK",
    "en_US",
    "es_AR",
    "es_CO",
    "es_ES",
    "es_MX",
    "et_EE",
    "fi_FI",
    "fr_BE",
    "fr_CA",
    "fr_CH",
    "fr_DZ",
    "fr_FR",
    "ga_IE",
    "ha_NG",
    "hr_HR",
    "hu_HU",
    "id_ID",
    "ig_NG",
    "it_IT",
    "lt_LT",
    "lv_LV",
    "nl_NL",
    "no_NO",
    "pl_PL",
    "pt_BR",
    "pt_PT",
    "ro_RO",
    "sk_SK",
    "sl_SI",
    "sv_SE",
    "tr_TR",
    "tw_GH",
    "yo_NG",
    "zu_ZA",
]
# Also words, months, cities, states or surnames in English or French.
NOT_NAMES = set((Path(__file__).parent / "given_names_not.txt").read_text(encoding="utf-8").split())


def main() -> None:
    """Write the list."""
    genders: dict[str, set[str]] = {}
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute, gender in (
            ("first_names", ""),
            ("first_names_male", "m"),
            ("first_names_female", "f"),
        ):
            for name in getattr(provider, attribute, ()):
                if re.fullmatch(r"[A-ZÀ-ÞŁŠŽĐİÇ][a-zß-ÿāčēģīķļņōŗšūžąćęłńśźżğışőűđ'-]{2,}", name):
                    genders.setdefault(name, set()).add(gender)
    for name in (Path(__file__).parent / "given_names_more.txt").read_text(encoding="utf-8").split():
        genders.setdefault(name, set()).add("")
    rows = []
    for name in sorted(genders):
        if name.lower() not in NOT_NAMES:
            told = genders[name] - {""}
            rows.append(f"{name},{told.pop() if len(told) == 1 else 'u'}")
    text = "name,gender\n" + "\n".join(rows) + "\n"
    (Path(__file__).parents[2] / "data" / "gazetteer" / "given_names.csv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
