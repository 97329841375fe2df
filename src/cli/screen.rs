//! Text for people: on a terminal, long lines are wrapped at its width, and go on below where they begin. In a pipe or a file every
//! line stays as it is.

use std::borrow::Cow;
use std::io::{self, IsTerminal};

use textwrap::{Options, WordSeparator, WordSplitter};

/// The fewest columns that are wrapped to; on fewer the terminal breaks lines itself.
const NARROWEST: usize = 40;

/// The text as standard output can show it.
pub fn fit(text: &str) -> Cow<'_, str> {
    let width = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    match width.filter(|width| *width >= NARROWEST && io::stdout().is_terminal()) {
        Some(width) => Cow::Owned(wrapped(text, width)),
        None => Cow::Borrowed(text),
    }
}

/// Blocks of code in Markdown stay as they are.
fn wrapped(text: &str, width: usize) -> String {
    let mut is_code = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        is_code ^= line.trim_start().starts_with("```");
        if is_code || textwrap::core::display_width(line) <= width {
            lines.push(line.to_owned());
            continue;
        }
        let indent: String = line.chars().take_while(|c| *c == ' ').chain("  ".chars()).collect();
        let options = Options::new(width)
            .subsequent_indent(&indent)
            .break_words(false)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        lines.extend(textwrap::wrap(line, options).into_iter().map(Cow::into_owned));
    }
    let end = if text.ends_with('\n') { "\n" } else { "" };
    lines.join("\n") + end
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn a_long_line_goes_on_below_where_it_begins_and_no_word_is_cut() {
        let text = "error: short\n  fix: give it a subnet in each zone\n```\ncode that is longer than twenty\n```\n";
        let expected =
            "error: short\n  fix: give it a\n    subnet in each\n    zone\n```\ncode that is longer than twenty\n```\n";
        assert_eq!(wrapped(text, 20), expected);
        assert_eq!(wrapped("module.network.aws_nat_gateway.main\n", 20), "module.network.aws_nat_gateway.main\n");
    }

    #[test]
    fn colours_take_no_room() {
        let red = "\u{1b}[31merror\u{1b}[0m of ten";
        assert_eq!(wrapped(red, 12), red);
    }
}
