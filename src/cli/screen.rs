//! Text for people: on a terminal, long lines are wrapped at its width, and go on below where they
//! begin. In a pipe or a file every line stays as it is.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

use textwrap::{Options, WordSeparator, WordSplitter};

/// The fewest columns that are wrapped to; on fewer the terminal breaks lines itself.
const NARROWEST: usize = 40;

/// How the rest of a long line is indented.
#[derive(Debug, Clone, Copy)]
enum Below {
    /// Two columns to the right of its beginning.
    Beginning,
    /// In this column: the last one of a table.
    Column(usize),
    /// As Markdown does: a paragraph at its beginning, an item of a list below its text.
    Paragraph,
}

/// The text as standard output can show it.
pub fn fit(text: &str) -> Cow<'_, str> {
    fit_to(io::stdout().is_terminal(), text, |text, width| wrapped(text, width, Below::Beginning))
}

/// A row of a table as standard output can show it: its last column begins at `column`, and goes on
/// there.
pub fn fit_row(row: &str, column: usize) -> Cow<'_, str> {
    fit_to(io::stdout().is_terminal(), row, |row, width| wrapped(row, width, Below::Column(column)))
}

/// A page of Markdown as standard output can show it.
pub fn fit_page(page: &str) -> Cow<'_, str> {
    fit_to(io::stdout().is_terminal(), page, |page, width| {
        wrapped(&joined(page), width, Below::Paragraph)
    })
}

/// A message as standard error can show it.
pub fn fit_message(text: &str) -> Cow<'_, str> {
    fit_to(io::stderr().is_terminal(), text, |text, width| wrapped(text, width, Below::Beginning))
}

/// Writes a message to standard error.
///
/// # Errors
/// When it cannot be written.
pub fn print(message: &str) -> io::Result<()> {
    writeln!(anstream::stderr(), "{}", fit_message(message))
}

fn fit_to(is_terminal: bool, text: &str, fit: impl FnOnce(&str, usize) -> String) -> Cow<'_, str> {
    let width = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    match width.filter(|width| *width >= NARROWEST && is_terminal) {
        Some(width) => Cow::Owned(fit(text, width)),
        None => Cow::Borrowed(text),
    }
}

/// Blocks of code in Markdown stay as they are, and so do the lines of a file that a message shows,
/// with the carets below them.
fn wrapped(text: &str, width: usize, below: Below) -> String {
    let mut is_code = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        is_code ^= line.trim_start().starts_with("```");
        if is_code || is_shown(line) || textwrap::core::display_width(line) <= width {
            lines.push(line.to_owned());
            continue;
        }
        let begin = line.chars().take_while(|c| *c == ' ').count();
        let column = match below {
            // If the last column would be too narrow, the text continues further left.
            Below::Column(column) if column + NARROWEST / 2 <= width => column,
            Below::Paragraph if !line.trim_start().starts_with("- ") => begin,
            Below::Beginning | Below::Column(_) | Below::Paragraph => begin + 2,
        };
        let indent = " ".repeat(column);
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

/// Whether a line is `12 | text of a file`, or the carets below one.
fn is_shown(line: &str) -> bool {
    let plain = anstream::adapter::strip_str(line).to_string();
    plain.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit()).starts_with('|')
}

/// The paragraphs of Markdown, each on one line: they are wrapped in the file already, for another
/// width.
fn joined(page: &str) -> String {
    let mut is_code = false;
    let mut joined = String::new();
    for line in page.lines() {
        let is_fence = line.starts_with("```");
        is_code ^= is_fence;
        let begins =
            is_code || is_fence || line.is_empty() || line.starts_with(['#', '-', '|', '<']);
        let is_below_text =
            !joined.is_empty() && !joined.ends_with("\n\n") && !joined.ends_with("```\n");
        match !begins
            && is_below_text
            && !joined.trim_end().rsplit('\n').next().unwrap_or_default().starts_with('#')
        {
            true => {
                joined.pop();
                joined += " ";
                joined += line.trim_start();
            }
            false => joined += line,
        }
        joined.push('\n');
    }
    if !page.ends_with('\n') {
        joined.pop();
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{Below, joined, wrapped};

    #[test]
    fn a_long_line_goes_on_below_where_it_begins_and_no_word_is_cut() {
        let text = "error: short\n  fix: give it a subnet in each zone\n```\ncode that is longer \
                    than twenty\n```\n";
        let expected = "error: short\n  fix: give it a\n    subnet in each\n    zone\n```\ncode \
                        that is longer than twenty\n```\n";
        assert_eq!(wrapped(text, 20, Below::Beginning), expected);
        assert_eq!(
            wrapped("module.network.aws_nat_gateway.main\n", 20, Below::Beginning),
            "module.network.aws_nat_gateway.main\n"
        );
    }

    #[test]
    fn the_last_column_of_a_row_goes_on_below_itself_where_there_is_room() {
        let row = "zone-alarm  error  The loss of each zone raises an alarm.";
        let below = " ".repeat(19);
        let expected = format!("zone-alarm  error  The loss of each zone\n{below}raises an alarm.");
        assert_eq!(wrapped(row, 40, Below::Column(19)), expected);
        assert_eq!(wrapped(row, 40, Below::Column(30)).lines().nth(1), Some("  raises an alarm."));
    }

    #[test]
    fn the_line_of_a_file_stays_above_its_carets() {
        let text = "error: main.tf:1:8: a value that is wrong\n  |\n1 | a_long_name = \"a long \
                    value\"\n  |               ^^^^^^^^^^^^^^\n";
        let expected = "error: main.tf:1:8:\n  a value that is\n  wrong\n  |\n1 | a_long_name = \
                        \"a long value\"\n  |               ^^^^^^^^^^^^^^\n";
        assert_eq!(wrapped(text, 20, Below::Beginning), expected);
    }

    #[test]
    fn a_paragraph_of_markdown_is_one_before_it_is_wrapped() {
        let page = "# id\n\nOne\nsentence.\n\n- a\n  b\n- c\n\n```hcl\na\nb\n```\n";
        assert_eq!(joined(page), "# id\n\nOne sentence.\n\n- a b\n- c\n\n```hcl\na\nb\n```\n");
    }

    #[test]
    fn colours_take_no_room() {
        let red = "\u{1b}[31merror\u{1b}[0m of ten";
        assert_eq!(wrapped(red, 12, Below::Beginning), red);
    }
}
