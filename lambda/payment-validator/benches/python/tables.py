"""The tables of the Rust crates that payment-validator uses, as of 2026-11-22: iso_currency 0.7.1, rust_iso3166 0.2.0
and iban_validate 5.0.1, with the corrections of src/. dated_tables.py has those of data/."""

TWO_DIGITS = frozenset((
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
    "CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL "
    "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU "
    "MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG "
    "SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES "
    "WST XAD XCD XCG YER ZAR ZMW ZWG "
).split())
CURRENCIES = dict.fromkeys(TWO_DIGITS, 2) | {'BHD': 3, 'BIF': 0, 'CLF': 4, 'CLP': 0, 'DJF': 0, 'GNF': 0, 'IQD': 3, 'ISK': 0, 'JOD': 3, 'JPY': 0, 'KMF': 0,
    'KRW': 0, 'KWD': 3, 'LYD': 3, 'OMR': 3, 'PYG': 0, 'RWF': 0, 'TND': 3, 'UGX': 0, 'UYI': 0, 'UYW': 4, 'VND': 0,
    'VUV': 0, 'XAF': 0, 'XAG': None, 'XAU': None, 'XBA': None, 'XBB': None, 'XBC': None, 'XBD': None, 'XDR': None,
    'XOF': 0, 'XPD': None, 'XPF': 0, 'XPT': None, 'XSU': None, 'XTS': None, 'XUA': None, 'XXX': None}
COUNTRIES = {"XK"} | frozenset((
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW "
).split())
BBAN = (
    {'AD': '[0-9]{4}[0-9]{4}[A-Z0-9]{12}', 'AE': '[0-9]{3}[0-9]{16}', 'AL': '[0-9]{8}[A-Z0-9]{16}', 'AT':
    '[0-9]{5}[0-9]{11}', 'AZ': '[A-Z]{4}[A-Z0-9]{20}', 'BA': '[0-9]{3}[0-9]{3}[0-9]{8}[0-9]{2}', 'BE':
    '[0-9]{3}[0-9]{7}[0-9]{2}', 'BG': '[A-Z]{4}[0-9]{4}[0-9]{2}[A-Z0-9]{8}', 'BH': '[A-Z]{4}[A-Z0-9]{14}', 'BI':
    '[0-9]{5}[0-9]{5}[0-9]{11}[0-9]{2}', 'BR': '[0-9]{8}[0-9]{5}[0-9]{10}[A-Z]{1}[A-Z0-9]{1}', 'BY':
    '[A-Z0-9]{4}[0-9]{4}[A-Z0-9]{16}', 'CH': '[0-9]{5}[A-Z0-9]{12}', 'CR': '[0-9]{4}[0-9]{14}', 'CY':
    '[0-9]{3}[0-9]{5}[A-Z0-9]{16}', 'CZ': '[0-9]{4}[0-9]{6}[0-9]{10}', 'DE': '[0-9]{8}[0-9]{10}', 'DJ':
    '[0-9]{5}[0-9]{5}[0-9]{11}[0-9]{2}', 'DK': '[0-9]{4}[0-9]{9}[0-9]{1}', 'DO': '[A-Z0-9]{4}[0-9]{20}', 'EE':
    '[0-9]{2}[0-9]{2}[0-9]{11}[0-9]{1}', 'EG': '[0-9]{4}[0-9]{4}[0-9]{17}', 'ES':
    '[0-9]{4}[0-9]{4}[0-9]{1}[0-9]{1}[0-9]{10}', 'FI': '[0-9]{3}[0-9]{11}', 'FK': '[A-Z]{2}[0-9]{12}', 'FO':
    '[0-9]{4}[0-9]{9}[0-9]{1}', 'FR': '[0-9]{5}[0-9]{5}[A-Z0-9]{11}[0-9]{2}', 'GB': '[A-Z]{4}[0-9]{6}[0-9]{8}',
    'GE': '[A-Z]{2}[0-9]{16}', 'GI': '[A-Z]{4}[A-Z0-9]{15}', 'GL': '[0-9]{4}[0-9]{9}[0-9]{1}', 'GR':
    '[0-9]{3}[0-9]{4}[A-Z0-9]{16}', 'GT': '[A-Z0-9]{4}[A-Z0-9]{20}', 'HN': '[A-Z]{4}[0-9]{20}', 'HR':
    '[0-9]{7}[0-9]{10}', 'HU': '[0-9]{3}[0-9]{4}[0-9]{1}[0-9]{15}[0-9]{1}', 'IE': '[A-Z]{4}[0-9]{6}[0-9]{8}', 'IL':
    '[0-9]{3}[0-9]{3}[0-9]{13}', 'IQ': '[A-Z]{4}[0-9]{3}[0-9]{12}', 'IS': '[0-9]{4}[0-9]{2}[0-9]{6}[0-9]{10}', 'IT':
    '[A-Z]{1}[0-9]{5}[0-9]{5}[A-Z0-9]{12}', 'JO': '[A-Z]{4}[0-9]{4}[A-Z0-9]{18}', 'KW': '[A-Z]{4}[A-Z0-9]{22}',
    'KZ': '[0-9]{3}[A-Z0-9]{13}', 'LB': '[0-9]{4}[A-Z0-9]{20}', 'LC': '[A-Z]{4}[A-Z0-9]{24}', 'LI':
    '[0-9]{5}[A-Z0-9]{12}', 'LT': '[0-9]{5}[0-9]{11}', 'LU': '[0-9]{3}[A-Z0-9]{13}', 'LV': '[A-Z]{4}[A-Z0-9]{13}',
    'LY': '[0-9]{3}[0-9]{3}[0-9]{15}', 'MC': '[0-9]{5}[0-9]{5}[A-Z0-9]{11}[0-9]{2}', 'MD':
    '[A-Z0-9]{2}[A-Z0-9]{18}', 'ME': '[0-9]{3}[0-9]{13}[0-9]{2}', 'MK': '[0-9]{3}[A-Z0-9]{10}[0-9]{2}', 'MN':
    '[0-9]{4}[0-9]{12}', 'MR': '[0-9]{5}[0-9]{5}[0-9]{11}[0-9]{2}', 'MT': '[A-Z]{4}[0-9]{5}[A-Z0-9]{18}', 'MU':
    '[A-Z]{4}[0-9]{2}[0-9]{2}[0-9]{12}[0-9]{3}[A-Z]{3}', 'NI': '[A-Z]{4}[0-9]{20}', 'NL': '[A-Z]{4}[0-9]{10}', 'NO':
    '[0-9]{4}[0-9]{6}[0-9]{1}', 'OM': '[0-9]{3}[A-Z0-9]{16}', 'PK': '[A-Z]{4}[A-Z0-9]{16}', 'PL':
    '[0-9]{8}[0-9]{16}', 'PS': '[A-Z]{4}[A-Z0-9]{21}', 'PT': '[0-9]{4}[0-9]{4}[0-9]{11}[0-9]{2}', 'QA':
    '[A-Z]{4}[A-Z0-9]{21}', 'RO': '[A-Z]{4}[A-Z0-9]{16}', 'RS': '[0-9]{3}[0-9]{13}[0-9]{2}', 'RU':
    '[0-9]{9}[0-9]{5}[A-Z0-9]{15}', 'SA': '[0-9]{2}[A-Z0-9]{18}', 'SC': '[A-Z]{4}[0-9]{2}[0-9]{2}[0-9]{16}[A-Z]{3}',
    'SD': '[0-9]{2}[0-9]{12}', 'SE': '[0-9]{3}[0-9]{16}[0-9]{1}', 'SI': '[0-9]{5}[0-9]{8}[0-9]{2}', 'SK':
    '[0-9]{4}[0-9]{6}[0-9]{10}', 'SM': '[A-Z]{1}[0-9]{5}[0-9]{5}[A-Z0-9]{12}', 'SO': '[0-9]{4}[0-9]{3}[0-9]{12}',
    'ST': '[0-9]{4}[0-9]{4}[0-9]{11}[0-9]{2}', 'SV': '[A-Z]{4}[0-9]{20}', 'TL': '[0-9]{3}[0-9]{14}[0-9]{2}', 'TN':
    '[0-9]{2}[0-9]{3}[0-9]{13}[0-9]{2}', 'TR': '[0-9]{5}[0-9]{1}[A-Z0-9]{16}', 'UA': '[0-9]{6}[A-Z0-9]{19}', 'VA':
    '[0-9]{3}[0-9]{15}', 'VG': '[A-Z]{4}[0-9]{16}', 'XK': '[0-9]{4}[0-9]{10}[0-9]{2}', 'YE':
    '[A-Z]{4}[0-9]{4}[A-Z0-9]{18}'}
)
