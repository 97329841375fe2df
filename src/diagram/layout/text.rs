//! How wide a text is. A picture is shown with whatever font its viewer has, so widths are those of
//! the widest common one, DejaVu Sans; in Arial, Helvetica or Segoe UI the same text is a tenth
//! narrower. A test compares the table with the font.

use unicode_width::UnicodeWidthChar;

/// The size and weight of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The headline.
    Title,
    /// What a card, a row or a zone is.
    Heading,
    /// Running text.
    Body,
    /// What is looked up.
    Small,
    /// A word that matters.
    Strong,
}

impl Style {
    /// Its size in pixels.
    pub fn size(self) -> f64 {
        match self {
            Self::Title => 19.0,
            Self::Heading => 13.0,
            Self::Body => 12.5,
            Self::Small | Self::Strong => 11.5,
        }
    }

    /// Whether it is bold.
    pub fn is_bold(self) -> bool {
        matches!(self, Self::Title | Self::Heading | Self::Strong)
    }
}

/// The advance widths of the characters from space to tilde, in thousandths of the size.
/// Source: DejaVu Sans 2.37, table `hmtx`.
const REGULAR: [u16; 95] = [
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637,
    637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 531, 1000, 685, 687, 699, 771, 632,
    576, 775, 752, 295, 295, 656, 558, 863, 749, 788, 604, 788, 695, 635, 611, 732, 685, 989, 686,
    611, 686, 391, 337, 391, 838, 500, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580,
    278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
];

/// The widths of the characters of the bold font.
const BOLD: [u16; 95] = [
    349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 581, 1000, 774, 763, 734, 831, 684,
    684, 821, 837, 373, 373, 775, 638, 996, 837, 851, 733, 851, 771, 721, 683, 813, 774, 1104, 771,
    725, 726, 458, 366, 458, 838, 500, 500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666,
    343, 1042, 712, 688, 716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
];

/// The width of any other character, for each column that it takes on a terminal.
const OTHER: u16 = 1_560;

/// The advance width of a character, in thousandths of the size: never less than in DejaVu Sans.
pub fn advance(character: char, bold: bool) -> u16 {
    let table = if bold { &BOLD } else { &REGULAR };
    let known = (character as usize).checked_sub(0x20).and_then(|place| table.get(place));
    match (known, character) {
        (Some(width), _) => *width,
        (None, '·') => 380,
        (None, '…') => 1_000,
        (None, _) => OTHER * u16::try_from(character.width().unwrap_or(1).max(1)).unwrap_or(1),
    }
}

/// The width of a text, in pixels.
pub fn width(text: &str, style: Style) -> f64 {
    let thousandths: f64 =
        text.chars().map(|character| f64::from(advance(character, style.is_bold()))).sum();
    thousandths * style.size() / 1_000.0
}

/// A text that takes no more than `room`: what is left out in its middle is shown as `…`, since
/// names differ at their ends.
pub fn fitted(text: &str, style: Style, room: f64) -> String {
    // A room that was measured for the text is not too narrow for it by a rounding.
    let room = room + 0.01;
    if width(text, style) <= room {
        return text.to_owned();
    }
    let characters: Vec<char> = text.chars().collect();
    let shortened = |kept: usize| -> String {
        let (head, tail) = (kept.div_ceil(2), kept / 2);
        let (head, tail) = (&characters[..head], &characters[characters.len() - tail..]);
        head.iter().chain(['…'].iter()).chain(tail).collect()
    };
    (1..characters.len())
        .rev()
        .map(shortened)
        .find(|text| width(text, style) <= room)
        .unwrap_or_default()
}

/// A text in lines that take no more than `room`, broken at spaces; a word that is too long is
/// shortened.
pub fn wrapped(text: &str, style: Style, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match (lines.last_mut(), longer) {
            (Some(line), Some(longer)) if width(&longer, style) <= room => *line = longer,
            _ => lines.push(fitted(word, style, room)),
        }
    }
    lines
}

/// As [`wrapped`], in at most so many lines: the last one tells that there is more.
pub fn wrapped_to(text: &str, style: Style, room: f64, most: usize) -> Vec<String> {
    let mut lines = wrapped(text, style, room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let mut kept: Vec<char> = last.chars().collect();
            let cut = |kept: &[char]| kept.iter().chain(['…'].iter()).collect::<String>();
            while width(&cut(&kept), style) > room && kept.pop().is_some() {}
            *last = cut(&kept);
        }
    }
    lines
}
