//! Decimal digits of every script, and what is between them.

/// The zeros of Unicode's decimal digits (general category Nd), each followed by its one to nine:
/// Unicode 16.0, `DerivedGeneralCategory.txt`.
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0,
    0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50,
    0x11DA0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE, 0x1D7D8,
    0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// Other characters that stand for a digit (`Numeric_Type=Digit` in `DerivedNumericType.txt`:
/// superscripts, subscripts, circled, in parentheses, with a full stop), as first, last and the
/// digit of the first.
const OTHERS: &[(u32, u32, u32)] = &[
    (0xB2, 0xB3, 2),
    (0xB9, 0xB9, 1),
    (0x1369, 0x1371, 1),
    (0x19DA, 0x19DA, 1),
    (0x2070, 0x2070, 0),
    (0x2074, 0x2079, 4),
    (0x2080, 0x2089, 0),
    (0x2460, 0x2468, 1),
    (0x2474, 0x247C, 1),
    (0x2488, 0x2490, 1),
    (0x24EA, 0x24EA, 0),
    (0x24F5, 0x24FD, 1),
    (0x24FF, 0x24FF, 0),
    (0x2776, 0x277E, 1),
    (0x2780, 0x2788, 1),
    (0x278A, 0x2792, 1),
    (0x10A40, 0x10A43, 1),
    (0x10E60, 0x10E68, 1),
    (0x11052, 0x1105A, 1),
    (0x1F100, 0x1F100, 0),
    (0x1F101, 0x1F10A, 0),
];

/// The ideographs that numbers are written with, zero to nine.
const IDEOGRAPHS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// What a character is to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// One of its digits, in ASCII.
    Digit(char),
    /// What people put between digits, or what cannot be seen between them.
    Separator,
    /// A letter: the number is over.
    Letter,
}

/// What `c` is to a number.
pub(crate) fn part(c: char) -> Part {
    match c {
        '0'..='9' => Part::Digit(c),
        _ if c.is_ascii_alphabetic() => Part::Letter,
        _ if c.is_ascii() => Part::Separator,
        _ => value(c)
            .and_then(|digit| char::from_digit(digit, 10))
            .map_or_else(|| other(c), Part::Digit),
    }
}

/// Whatever is no letter separates: white space, punctuation, dashes, symbols, marks, and formats
/// such as the zero-width space; and so do letters that cannot be seen, and those that Japanese and
/// Korean keyboards give for a dash.
fn other(c: char) -> Part {
    let unseen =
        matches!(c, '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}');
    let dash = matches!(c, '\u{30FC}' | '\u{FF70}' | '\u{3161}' | '\u{FFDA}' | '\u{1173}');
    if !c.is_alphanumeric() || unseen || dash { Part::Separator } else { Part::Letter }
}

fn value(c: char) -> Option<u32> {
    let code = u32::from(c);
    let decimal = match ZEROS.partition_point(|zero| *zero <= code) {
        0 => None,
        after => ZEROS.get(after - 1).map(|zero| code - zero).filter(|digit| *digit <= 9),
    };
    let others = || OTHERS.iter().find(|(first, last, _)| (*first..=*last).contains(&code));
    let ideograph = || {
        IDEOGRAPHS
            .iter()
            .position(|ideograph| *ideograph == c)
            .and_then(|at| u32::try_from(at).ok())
    };
    decimal.or_else(|| others().map(|(first, _, digit)| code - first + digit)).or_else(ideograph)
}
