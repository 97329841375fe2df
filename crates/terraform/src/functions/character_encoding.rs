//! Character encodings by their names in IANA's registry, as `textencodebase64` and
//! `textdecodebase64` take them.
//!
//! `encoding_rs` has the encodings of the web, and few others: what a browser takes for
//! `ISO-8859-1` is `windows-1252`, and UTF-16 it only reads. So those and ASCII are here; the code
//! pages of IBM and HZ are unknown.
//!
//! Source of the names: <https://www.iana.org/assignments/character-sets> as `golang.org/x/text`
//! 0.22 has them.

use encoding_rs::{self as rs, Encoding as Web};

/// What becomes of a text or of bytes.
pub(super) enum Encoded<T> {
    Known(T),
    /// There is no such character in the encoding, or no such bytes.
    Invalid,
    /// Only Terraform itself can say.
    Unknown,
}

/// An encoding.
pub(super) struct CharacterEncoding {
    /// All its names in small letters, the registry's own first.
    names: &'static str,
    code: Code,
}

enum Code {
    Ascii,
    Utf8,
    /// Big endian unless a mark at the beginning says other; written with one.
    Utf16,
    Utf16Be,
    Utf16Le,
    Latin1,
    /// Latin 1 with six Turkish letters.
    Latin5,
    Web(&'static Web),
    Unknown,
}

const fn of(code: Code, names: &'static str) -> CharacterEncoding {
    CharacterEncoding { names, code }
}

const fn web(web: &'static Web, names: &'static str) -> CharacterEncoding {
    CharacterEncoding { names, code: Code::Web(web) }
}

static ENCODINGS: &[CharacterEncoding] = &[
    of(
        Code::Ascii,
        "us-ascii ansi_x3.4-1968 ansi_x3.4-1986 cp367 csascii ibm367 iso-ir-6 iso646-us \
         iso_646.irv:1991 us",
    ),
    of(Code::Utf8, "utf-8 csutf8"),
    of(Code::Utf16, "utf-16 csutf16"),
    of(Code::Utf16Be, "utf-16be csutf16be"),
    of(Code::Utf16Le, "utf-16le csutf16le"),
    of(
        Code::Latin1,
        "iso_8859-1:1987 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso_8859-1 l1 latin1",
    ),
    of(Code::Latin5, "iso_8859-9:1989 csisolatin5 iso-8859-9 iso-ir-148 iso_8859-9 l5 latin5"),
    of(Code::Unknown, "ibm037 cp037 csibm037 ebcdic-cp-ca ebcdic-cp-nl ebcdic-cp-us ebcdic-cp-wt"),
    of(Code::Unknown, "ibm437 437 cp437 cspc8codepage437"),
    of(Code::Unknown, "ibm850 850 cp850 cspc850multilingual"),
    of(Code::Unknown, "ibm852 852 cp852 cspcp852"),
    of(Code::Unknown, "ibm855 855 cp855 csibm855"),
    of(Code::Unknown, "ibm00858 ccsid00858 cp00858 csibm00858 pc-multilingual-850+euro"),
    of(Code::Unknown, "ibm860 860 cp860 csibm860"),
    of(Code::Unknown, "ibm862 862 cp862 cspc862latinhebrew"),
    of(Code::Unknown, "ibm863 863 cp863 csibm863"),
    of(Code::Unknown, "ibm865 865 cp865 csibm865"),
    of(Code::Unknown, "ibm1047 csibm1047 ibm-1047"),
    of(Code::Unknown, "ibm01140 ccsid01140 cp01140 csibm01140 ebcdic-us-37+euro"),
    of(Code::Unknown, "hz-gb-2312"),
    web(rs::IBM866, "ibm866 866 cp866 csibm866"),
    web(rs::ISO_8859_2, "iso_8859-2:1987 csisolatin2 iso-8859-2 iso-ir-101 iso_8859-2 l2 latin2"),
    web(rs::ISO_8859_3, "iso_8859-3:1988 csisolatin3 iso-8859-3 iso-ir-109 iso_8859-3 l3 latin3"),
    web(rs::ISO_8859_4, "iso_8859-4:1988 csisolatin4 iso-8859-4 iso-ir-110 iso_8859-4 l4 latin4"),
    web(
        rs::ISO_8859_5,
        "iso_8859-5:1988 csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso_8859-5",
    ),
    web(
        rs::ISO_8859_6,
        "iso_8859-6:1987 arabic asmo-708 csisolatinarabic ecma-114 iso-8859-6 iso-ir-127 \
         iso_8859-6",
    ),
    web(rs::ISO_8859_6, "iso_8859-6-e csiso88596e iso-8859-6-e"),
    web(rs::ISO_8859_6, "iso_8859-6-i csiso88596i iso-8859-6-i"),
    web(
        rs::ISO_8859_7,
        "iso_8859-7:1987 csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 \
         iso_8859-7",
    ),
    web(rs::ISO_8859_8, "iso_8859-8:1988 csisolatinhebrew hebrew iso-8859-8 iso-ir-138 iso_8859-8"),
    web(rs::ISO_8859_8, "iso_8859-8-e csiso88598e iso-8859-8-e"),
    web(rs::ISO_8859_8_I, "iso_8859-8-i csiso88598i iso-8859-8-i"),
    web(rs::ISO_8859_10, "iso-8859-10 csisolatin6 iso-ir-157 iso_8859-10:1992 l6 latin6"),
    web(rs::ISO_8859_13, "iso-8859-13 csiso885913"),
    web(
        rs::ISO_8859_14,
        "iso-8859-14 csiso885914 iso-celtic iso-ir-199 iso_8859-14 iso_8859-14:1998 l8 latin8",
    ),
    web(rs::ISO_8859_15, "iso-8859-15 csiso885915 iso_8859-15 latin-9"),
    web(
        rs::ISO_8859_16,
        "iso-8859-16 csiso885916 iso-ir-226 iso_8859-16 iso_8859-16:2001 l10 latin10",
    ),
    web(rs::KOI8_R, "koi8-r cskoi8r"),
    web(rs::KOI8_U, "koi8-u cskoi8u"),
    web(rs::MACINTOSH, "macintosh csmacintosh mac"),
    web(rs::WINDOWS_874, "windows-874 cswindows874"),
    web(rs::WINDOWS_1250, "windows-1250 cswindows1250"),
    web(rs::WINDOWS_1251, "windows-1251 cswindows1251"),
    web(rs::WINDOWS_1252, "windows-1252 cswindows1252"),
    web(rs::WINDOWS_1253, "windows-1253 cswindows1253"),
    web(rs::WINDOWS_1254, "windows-1254 cswindows1254"),
    web(rs::WINDOWS_1255, "windows-1255 cswindows1255"),
    web(rs::WINDOWS_1256, "windows-1256 cswindows1256"),
    web(rs::WINDOWS_1257, "windows-1257 cswindows1257"),
    web(rs::WINDOWS_1258, "windows-1258 cswindows1258"),
    web(rs::EUC_JP, "extended_unix_code_packed_format_for_japanese cseucpkdfmtjapanese euc-jp"),
    web(rs::ISO_2022_JP, "iso-2022-jp csiso2022jp"),
    web(rs::SHIFT_JIS, "shift_jis csshiftjis ms_kanji"),
    web(rs::EUC_KR, "euc-kr cseuckr"),
    web(rs::GB18030, "gb18030 csgb18030"),
    web(rs::GBK, "gbk cp936 csgbk ms936 windows-936"),
    web(rs::BIG5, "big5 csbig5"),
];

/// The encoding of this name, in capitals or small letters. None: Terraform has none.
pub(super) fn named(name: &str) -> Option<&'static CharacterEncoding> {
    let name = name.trim().to_ascii_lowercase();
    ENCODINGS.iter().find(|encoding| encoding.names.split(' ').any(|known| known == name))
}

/// The six places where ISO 8859-9 has other letters than ISO 8859-1.
const TURKISH: [(u8, char); 6] =
    [(0xd0, 'Ğ'), (0xdd, 'İ'), (0xde, 'Ş'), (0xf0, 'ğ'), (0xfd, 'ı'), (0xfe, 'ş')];

impl CharacterEncoding {
    /// Its name in the registry.
    pub(super) fn name(&self) -> String {
        self.names.split(' ').next().unwrap_or_default().to_ascii_uppercase()
    }

    /// The text that `bytes` are.
    pub(super) fn decode(&self, bytes: &[u8]) -> Encoded<String> {
        let text = match self.code {
            Code::Ascii | Code::Utf8 if !matches!(self.code, Code::Ascii) || bytes.is_ascii() => {
                String::from_utf8(bytes.to_vec()).ok()
            }
            Code::Ascii | Code::Utf8 => None,
            Code::Utf16 => match bytes {
                [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
                [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
                _ => utf16(bytes, u16::from_be_bytes),
            },
            Code::Utf16Be => utf16(bytes, u16::from_be_bytes),
            Code::Utf16Le => utf16(bytes, u16::from_le_bytes),
            Code::Latin1 => Some(bytes.iter().map(|&byte| char::from(byte)).collect()),
            Code::Latin5 => {
                let letter = |byte: u8| {
                    TURKISH
                        .iter()
                        .find(|(at, _)| *at == byte)
                        .map_or(char::from(byte), |(_, letter)| *letter)
                };
                Some(bytes.iter().map(|&byte| letter(byte)).collect())
            }
            Code::Web(web) => {
                let text = web.decode_without_bom_handling_and_without_replacement(bytes);
                text.filter(|text| !web.is_single_byte() || !text.contains(is_control))
                    .map(Into::into)
            }
            Code::Unknown => return Encoded::Unknown,
        };
        match text {
            Some(text) if !text.contains('\u{fffd}') => Encoded::Known(text),
            _ => Encoded::Invalid,
        }
    }

    /// The bytes that `text` is.
    pub(super) fn encode(&self, text: &str) -> Encoded<Vec<u8>> {
        let units =
            |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let bytes = match self.code {
            Code::Ascii if !text.is_ascii() => None,
            Code::Ascii | Code::Utf8 => Some(text.as_bytes().to_vec()),
            Code::Utf16 => Some([&[0xfe, 0xff], units(u16::to_be_bytes).as_slice()].concat()),
            Code::Utf16Be => Some(units(u16::to_be_bytes)),
            Code::Utf16Le => Some(units(u16::to_le_bytes)),
            Code::Latin1 => text.chars().map(|c| u8::try_from(c as u32).ok()).collect(),
            Code::Latin5 => {
                let byte = |c: char| match TURKISH.iter().find(|(_, letter)| *letter == c) {
                    Some((byte, _)) => Some(*byte),
                    None => u8::try_from(c as u32)
                        .ok()
                        .filter(|byte| TURKISH.iter().all(|(at, _)| at != byte)),
                };
                text.chars().map(byte).collect()
            }
            Code::Web(web) if web.is_single_byte() && text.contains(is_control) => None,
            Code::Web(web) => {
                let (bytes, _, failed) = web.encode(text);
                // Go writes two planes of Japanese characters where browsers write one, but no sign
                // of ASCII for another.
                if web == rs::EUC_JP && text.contains(['¥', '‾']) {
                    return Encoded::Invalid;
                }
                let other_plane =
                    |c: char| matches!(c, '\u{a1}'..='\u{52f}' | '\u{4e00}'..='\u{9fff}');
                if web == rs::EUC_JP && failed && text.contains(other_plane) {
                    return Encoded::Unknown;
                }
                (!failed).then(|| bytes.into_owned())
            }
            Code::Unknown => return Encoded::Unknown,
        };
        bytes.map_or(Encoded::Invalid, Encoded::Known)
    }
}

/// The controls that browsers put where an encoding of single bytes has nothing.
fn is_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|&pair| unit(pair)).collect();
    if rest.is_empty() { String::from_utf16(&units).ok() } else { None }
}
