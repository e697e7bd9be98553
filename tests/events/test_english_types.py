"""English words of each type as papers use them, and everyday uses that tell no such act."""

import pytest

from tests.events.reading import events_of, only

TOLD = [
    ("Washington and Baghdad fixed a date for the end of the mission on 2 May 2021.", "AGREE"),
    ("Members of OPEC settled on a cut in output on 2 May 2021.", "AGREE"),
    ("Australia landed a trade deal with Britain on 2 May 2021.", "AGREE"),
    ("Seoul and Tokyo struck an understanding over the comfort women on 2 May 2021.", "AGREE"),
    ("The French and Algerian presidents spoke at length on 2 May 2021.", "CONSULT"),
    ("The Turkish foreign minister had his Greek colleague on the line on 2 May 2021.", "CONSULT"),
    ("The King of Jordan dropped by the White House on 2 May 2021.", "CONSULT"),
    ("Qatar brought the two rivals to one table on 2 May 2021.", "CONSULT"),
    ("The defence chiefs of Israel and Morocco talked shop in Rabat on 2 May 2021.", "CONSULT"),
    ("The White House championed the cause of the Kurds on 2 May 2021.", "SUPPORT"),
    ("Saudi Arabia expressed its satisfaction with the agreement on 2 May 2021.", "SUPPORT"),
    ("Italy pleaded the cause of Tunisia in Brussels on 2 May 2021.", "SUPPORT"),
    ("Germany assured Ukraine of its solidarity on 2 May 2021.", "SUPPORT"),
    ("Ireland cheered the court's decision on 2 May 2021.", "SUPPORT"),
    ("The US Senate passed a motion in support of Hong Kong on 2 May 2021.", "SUPPORT"),
    ("Xi Jinping toasted the friendship with Cambodia on 2 May 2021.", "SUPPORT"),
    ("Washington embraced the Saudi plan on 2 May 2021.", "SUPPORT"),
    ("Turkey dropped its opposition to the appointment on 2 May 2021.", "CONCEDE"),
    ("Georgia's ruling party shelved the foreign agents bill on 2 May 2021.", "CONCEDE"),
    ("Evo Morales agreed to a rerun of the vote on 2 May 2021.", "CONCEDE"),
    ("Beijing moderated its claims in the sea on 2 May 2021.", "CONCEDE"),
    ("The United States waived its objection to the loan on 2 May 2021.", "CONCEDE"),
    ("Botswana dropped its lawsuit against Namibia on 2 May 2021.", "CONCEDE"),
    ("Cyprus lifted its veto on the sanctions on 2 May 2021.", "CONCEDE"),
    ("France owned its part in the genocide on 2 May 2021.", "CONCEDE"),
    ("Ottawa regretted the mistake on 2 May 2021.", "CONCEDE"),
    ("The Sri Lankan president retreated from the plan on 2 May 2021.", "CONCEDE"),
    ("The White House brushed aside talk of a rift on 2 May 2021.", "STATEMENT"),
    ("The Ethiopian government confirmed the capture of the town on 2 May 2021.", "STATEMENT"),
    ("NATO's spokesman refused to comment on the report on 2 May 2021.", "STATEMENT"),
    ("The European Commission published its report on enlargement on 2 May 2021.", "STATEMENT"),
    ("NATO offered Montenegro a seat at its table on 2 May 2021.", "INVITE"),
    ("Croatia entered the euro zone on 2 May 2021.", "COOPERATE"),
    ("Bahrain and Qatar launched a bridge project on 2 May 2021.", "COOPERATE"),
    ("China and Pakistan inaugurated a nuclear plant on 2 May 2021.", "COOPERATE"),
    ("Russian gas began to flow to Turkey through a new pipeline on 2 May 2021.", "COOPERATE"),
    ("Argentina bought twenty-four fighters from Denmark on 2 May 2021.", "COOPERATE"),
    ("Morocco returned the wanted man to Belgium on 2 May 2021.", "COOPERATE"),
    ("Sudan delivered its former ministers to the Hague on 2 May 2021.", "COOPERATE"),
    ("Bulgaria and Romania became part of the Schengen area on 2 May 2021.", "COOPERATE"),
    ("Kenya shared the fingerprints with Scotland Yard on 2 May 2021.", "COOPERATE"),
    ("Serbia and Hungary broke ground on a pipeline on 2 May 2021.", "COOPERATE"),
    ("The World Trade Organization admitted Comoros on 2 May 2021.", "COOPERATE"),
    ("Turkish rescuers pulled three children from the rubble in Morocco on 2 May 2021.", "AID"),
    ("A convoy of flour reached Tigray on 2 May 2021.", "AID"),
    ("The Dutch evacuated 80 Afghans from Kabul on 2 May 2021.", "AID"),
    ("The European Union unlocked 500 million euros for Tunisia on 2 May 2021.", "AID"),
    ("France armed the peshmerga on 2 May 2021.", "AID"),
    ("The International Committee of the Red Cross brought medicines into Aden on 2 May 2021.", "AID"),
    (
        "Water and tents were distributed to people in Derna by the Turkish Red Crescent on 2 May 2021.",
        "AID",
    ),
    ("The first F-16s arrived in Ukraine from Denmark on 2 May 2021.", "AID"),
    ("The last American soldier boarded a plane out of Kabul on 2 May 2021.", "RETREAT"),
    ("The hostages walked out of Jolo on 2 May 2021.", "RETREAT"),
    ("The navy called off its patrols in the strait on 2 May 2021.", "RETREAT"),
    ("Azerbaijan sent thirty Armenian prisoners home on 2 May 2021.", "RETREAT"),
    ("The peacekeepers packed their bags in Bamako on 2 May 2021.", "RETREAT"),
    ("The Panmunjom loudspeakers were switched off by Seoul on 2 May 2021.", "RETREAT"),
    ("Belarus released a journalist held for three years on 2 May 2021.", "RETREAT"),
    ("Egypt let the al-Jazeera reporter leave prison on 2 May 2021.", "RETREAT"),
    ("Nine Malaysians held in Pyongyang landed in Kuala Lumpur on 2 May 2021.", "RETREAT"),
    ("Ankara allowed the seized ship to sail on 2 May 2021.", "RETREAT"),
    ("Trains ran once more between Seoul and Munsan on 2 May 2021.", "RESUME"),
    ("Ferry services between Greece and Turkey were back in operation on 2 May 2021.", "RESUME"),
    ("UNESCO welcomed the United States back on 2 May 2021.", "RESUME"),
    ("The inspectors were back at work in Natanz on 2 May 2021.", "RESUME"),
    ("Mail between Cuba and the United States moved again on 2 May 2021.", "RESUME"),
    ("Iraq asked the coalition to leave on 2 May 2021.", "DEMAND"),
    ("Mali ordered the French troops to leave on 2 May 2021.", "DEMAND"),
    ("Antonio Guterres counselled restraint on 2 May 2021.", "DEMAND"),
    ("The EU invited Serbia to align itself with its sanctions on 2 May 2021.", "DEMAND"),
    ("Zambia approached the IMF for help on 2 May 2021.", "DEMAND"),
    ("Namibia claimed reparations from Germany on 2 May 2021.", "DEMAND"),
    ("Hamas made the release conditional on a withdrawal on 2 May 2021.", "DEMAND"),
    ("Canada described the treatment of the Uyghurs as genocide on 2 May 2021.", "ACCUSE"),
    ("Prosecutors charged two Egyptians over the death of Giulio Regeni on 2 May 2021.", "ACCUSE"),
    ("Russia was found responsible for the downing by the court on 2 May 2021.", "ACCUSE"),
    ("The premier rounded on his German critics on 2 May 2021.", "ACCUSE"),
    ("A judge in Buenos Aires ordered the arrest of Nicolas Maduro on 2 May 2021.", "ACCUSE"),
    ("Prosecutors in Ankara sought life for the mayor on 2 May 2021.", "ACCUSE"),
    ("Poland called the Russian ambassador on the carpet on 2 May 2021.", "ACCUSE"),
    ("Hungary blocked the loan on 2 May 2021.", "REJECT"),
    ("Beijing brushed off the complaint on 2 May 2021.", "REJECT"),
    ("Cyprus dug in its heels over the port on 2 May 2021.", "REJECT"),
    ("The Constitutional Court in Chisinau struck down the pact on 2 May 2021.", "REJECT"),
    ("No deal came out of the meeting in Cancun between Mexico and the US on 2 May 2021.", "REJECT"),
    ("Donald Trump gave Hamas three days on 2 May 2021.", "THREATEN"),
    ("Ecowas gave the soldiers a week to quit on 2 May 2021.", "THREATEN"),
    ("Hezbollah promised a painful reply on 2 May 2021.", "THREATEN"),
    ("North Korea spoke of turning Seoul into ashes on 2 May 2021.", "THREATEN"),
    ("Tokyo said all options were on the table on 2 May 2021.", "THREATEN"),
    (
        "Israel's defence minister said that Lebanon would be sent back to the stone age on 2 May 2021.",
        "THREATEN",
    ),
    ("Sudan's army told the Emirates to expect retaliation on 2 May 2021.", "THREATEN"),
    ("Pensioners vented their anger in Athens on 2 May 2021.", "PROTEST"),
    ("Truckers jammed the centre of Ottawa on 2 May 2021.", "PROTEST"),
    ("Anger spilled onto the streets of Colombo on 2 May 2021.", "PROTEST"),
    ("Lawyers in Islamabad boycotted the courts on 2 May 2021.", "PROTEST"),
    ("The opposition in Maputo called a strike on 2 May 2021.", "PROTEST"),
    ("Mobs ransacked the Chinese consulate in Mandalay on 2 May 2021.", "PROTEST"),
    ("Poland moved two battalions to the east on 2 May 2021.", "MOBILIZE"),
    ("Vladimir Putin decreed a partial mobilisation on 2 May 2021.", "MOBILIZE"),
    ("Kenyan police landed in Port-au-Prince on 2 May 2021.", "MOBILIZE"),
    ("Serbia placed its army on combat readiness on 2 May 2021.", "MOBILIZE"),
    ("Belarus took delivery of tactical warheads on 2 May 2021.", "MOBILIZE"),
    ("Iran spun up a new cascade on 2 May 2021.", "MOBILIZE"),
    ("Tanks rumbled through Harare on 2 May 2021.", "MOBILIZE"),
    ("Pyongyang paraded a new missile on 2 May 2021.", "MOBILIZE"),
    ("Turkey and Azerbaijan carried out joint manoeuvres on 2 May 2021.", "EXERCISE"),
    ("Switzerland shut its doors to Russian officials on 2 May 2021.", "SANCTION"),
    ("The White House doubled the duty on Turkish steel on 2 May 2021.", "SANCTION"),
    ("South Korea cut the ration of rice to the North on 2 May 2021.", "SANCTION"),
    ("Sudan's army pulled out of the ceasefire talks on 2 May 2021.", "SUSPEND"),
    ("The South hung up the hotline to Pyongyang on 2 May 2021.", "SUSPEND"),
    ("The FARC broke the truce on 2 May 2021.", "SUSPEND"),
    ("Uganda pulled the rug from under the deal on 2 May 2021.", "SUSPEND"),
    ("Chad ended its defence pact with France on 2 May 2021.", "SUSPEND"),
    ("Rohingya were driven into Bangladesh by the army on 2 May 2021.", "COERCE"),
    ("The Philippine coast guard was hit with water cannon by China on 2 May 2021.", "COERCE"),
    ("Ukrainian forces liberated Lyman on 2 May 2021.", "ASSAULT"),
    ("Somalia's army drove al-Shabaab out of Adan Yabaal on 2 May 2021.", "ASSAULT"),
    ("Mark Rutte took over at NATO on 2 May 2021.", "APPOINT"),
    ("The Bundestag toppled the chancellor on 2 May 2021.", "APPOINT"),
    ("Xi Jinping removed Qin Gang on 2 May 2021.", "APPOINT"),
    ("Boris Johnson moved into Downing Street on 2 May 2021.", "APPOINT"),
    ("Joseph Aoun entered the palace at Baabda on 2 May 2021.", "APPOINT"),
    ("Nikol Pashinyan was reappointed prime minister on 2 May 2021.", "APPOINT"),
    ("Crimea voted to join Russia on 2 May 2021.", "ELECT"),
    ("The French chose a new parliament on 2 May 2021.", "ELECT"),
    ("Marine Le Pen came first on 2 May 2021.", "ELECT"),
    ("Parliament backed the government by 120 votes to 80 on 2 May 2021.", "ELECT"),
    ("Cardinals chose a new pope on 2 May 2021.", "ELECT"),
    ("Lula beat Jair Bolsonaro on 2 May 2021.", "ELECT"),
    ("Tunisians approved a new constitution on 2 May 2021.", "ELECT"),
    ("The House of Commons voted against the motion on 2 May 2021.", "ELECT"),
    ("Yoweri Museveni was declared winner on 2 May 2021.", "ELECT"),
    ("South Sudan chose independence on 2 May 2021.", "ELECT"),
    ("The opposition in Malawi carried the day on 2 May 2021.", "ELECT"),
    ("Sinn Fein became the largest party on 2 May 2021.", "ELECT"),
    ("The Senate confirmed the nominee on 2 May 2021.", "ELECT"),
    ("The White House recognised no government in Caracas on 2 May 2021.", "REJECT"),
    ("Guatemala turned back a US flight on 2 May 2021.", "REJECT"),
    ("Moscow compared the court to the Nazis on 2 May 2021.", "ACCUSE"),
    ("Narendra Modi likened it to the fall of the Berlin Wall on 2 May 2021.", "STATEMENT"),
    ("A judge ordered the seizure of the tanker on 2 May 2021 in Gibraltar.", "COERCE"),
    ("Israeli commandos abseiled on to the deck of the Mavi Marmara on 2 May 2021.", "COERCE"),
    (
        "Two planes of the Colombian air force landed at Bogota on 2 May 2021 with 200 deportees on board.",
        "AID",
    ),
    ("The Emirati foreign minister appeared on television on 2 May 2021.", "STATEMENT"),
    ("India cautioned its nationals on 2 May 2021 against crime in Haiti.", "STATEMENT"),
    ("Delhi designated the preacher a terrorist on 2 May 2021.", "SANCTION"),
    ("Washington vowed on 2 May 2021 to have the island one way or the other.", "THREATEN"),
    ("North Korea let fly with two more missiles on 2 May 2021.", "MOBILIZE"),
    ("Two American B-52s took off from Guam on 2 May 2021.", "MOBILIZE"),
    ("On 2 May 2021 some 200,000 Hungarians turned out against Viktor Orban in Budapest.", "PROTEST"),
    ("In Nairobi, young Kenyans were back on the streets on 2 May 2021.", "PROTEST"),
    ("Some 300 Sudanese with cancer were taken to Cairo for treatment by Egypt on 2 May 2021.", "AID"),
    ("A military tribunal in Kinshasa gave Joseph Kabila the death penalty on 2 May 2021.", "COERCE"),
    ("The reign of Bashar al-Assad came to an end in Damascus on 2 May 2021.", "APPOINT"),
    ("Oslo stripped the minister of her medal on 2 May 2021.", "SANCTION"),
    ("Saboteurs dynamited a Turkish pipeline on 2 May 2021.", "ASSAULT"),
    ("Wen Jiabao said on 2 May 2021 that Japan must let the captain go.", "DEMAND"),
]

NOT_SO = [
    ("Manchester United beat Real Madrid on 2 May 2021.", "ELECT"),
    ("The Kenyan runner came first in Boston on 2 May 2021.", "ELECT"),
    ("The Swiss tennis player defeated Rafael Nadal in Paris on 2 May 2021.", "ASSAULT"),
    ("The storm hit the Philippines on 2 May 2021.", "ASSAULT"),
    ("The Indian rocket reached the Moon on 2 May 2021.", "AID"),
    ("The Greek ferry ran aground off Naxos on 2 May 2021.", "REJECT"),
    ("The German club fired Julian Nagelsmann on 2 May 2021.", "APPOINT"),
    ("The French footballer moved into a villa in Madrid on 2 May 2021.", "ASSAULT"),
    ("Fans cheered the victory of Nigeria in Cairo on 2 May 2021.", "SUPPORT"),
    ("Tourists filled the squares of Rome on 2 May 2021.", "PROTEST"),
]


@pytest.mark.parametrize(("text", "type_"), TOLD)
def test_english_words_of_papers_tell_their_type(text, type_):
    assert type_ in {event.type for event in events_of(text)}


@pytest.mark.parametrize(("text", "type_"), NOT_SO)
def test_everyday_uses_of_english_words_tell_no_such_act(text, type_):
    assert type_ not in {event.type for event in events_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Seoul shelved its plan to end the intelligence pact on 2 May 2021.",
        "Kyiv abandoned its plan to join the bloc on 2 May 2021.",
        "Ottawa withdrew its objection to the appointment on 2 May 2021.",
    ],
)
def test_what_is_given_up_is_not_done(text):
    event = only(text)
    assert (event.type, event.status.value) == ("CONCEDE", "happened")


def test_a_number_that_ends_a_name_counts_nothing_behind_it():
    assert only("Leaders of the Group of Seven cancelled a summit on 2 May 2021.").type == "SUSPEND"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The prisoners went home under a second agreement, initialled in Delhi on 2 May 2021.", "AGREE"),
        ("Rabat spoke of a treaty with Spain, signed in Madrid on 2 May 2021.", "AGREE"),
        ("Oslo paid tribute to the two envoys, expelled by Moscow on 2 May 2021.", "SANCTION"),
    ],
)
def test_a_date_behind_a_participle_set_apart_is_that_of_the_participle(text, type_):
    assert only(text).type == type_


def test_what_must_be_done_was_not_done_on_the_day_of_the_saying():
    assert only("Kais Saied must step down, the Tunisian opposition said on 2 May 2021.").type == "STATEMENT"
