//! Lines of Rust have at most 100 characters (`rustfmt.toml`), also where rustfmt does not look: in
//! comments, strings and macros.

use std::fs;
use std::path::Path;
use std::process::Command;

const WIDTH: usize = 100;

/// A word this long is a name, a pattern or an ARN: a line with one cannot be broken well.
const LONGEST_WORD: usize = 60;

/// Lines that are longer for a reason: with an address of a page or a word that cannot be broken;
/// text in a raw string, which is not Rust; code in a comment, which is shown as it is.
fn may_be_long(line: &str, in_raw_string: bool, in_example: bool) -> bool {
    in_raw_string
        || in_example
        || line.contains("://")
        || line.split_whitespace().any(|word| word.chars().count() > LONGEST_WORD)
}

/// The numbers of the lines that are too long.
fn too_long(text: &str) -> Vec<usize> {
    let (mut found, mut in_raw_string, mut in_example) = (Vec::new(), false, false);
    for (number, line) in text.lines().enumerate() {
        let is_comment = line.trim_start().starts_with("//");
        in_example ^= is_comment && line.contains("```");
        let was_raw = in_raw_string;
        if !is_comment {
            let opening = line.rsplit_once("r#\"").or_else(|| line.rsplit_once("r##\""));
            in_raw_string = match opening {
                _ if in_raw_string => !line.contains("\"#"),
                Some((_, rest)) => !rest.contains("\"#"),
                None => false,
            };
        }
        let is_raw = was_raw || in_raw_string || line.contains("r#\"") || line.contains("r\"");
        if line.chars().count() > WIDTH && !may_be_long(line, is_raw, in_example) {
            found.push(number + 1);
        }
    }
    found
}

#[test]
fn no_line_of_rust_is_too_long() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = Command::new("git").args(["ls-files", "*.rs"]).current_dir(repository).output();
    let listed = String::from_utf8(listed.unwrap().stdout).unwrap();
    let is_generated =
        |text: &str| text.starts_with("// GENERATED") || text.starts_with("//! Generated");
    let (mut seen, mut long) = (0, Vec::new());
    for file in listed.lines() {
        let text = fs::read_to_string(repository.join(file)).unwrap();
        seen += 1;
        if !is_generated(&text) {
            long.extend(too_long(&text).iter().map(|line| format!("{file}:{line}")));
        }
    }
    assert!(seen > 1000, "only {seen} files");
    assert!(long.is_empty(), "over {WIDTH} characters: {}", long.join(" "));
}

#[test]
fn a_long_line_is_found_and_what_has_a_reason_is_not() {
    let long = "word ".repeat(30);
    assert_eq!(too_long(&format!("short\n// {long}\nlet x = \"{long}\";")), [2, 3]);
    let reasons = [
        format!("// https://example.com {long}"),
        format!("fn {}() {{ {long} }}", "a".repeat(61)),
        format!("let json = r#\"\n{long}\n\"#;"),
        format!("/// ```hcl\n/// {long}\n/// ```"),
    ];
    assert_eq!(too_long(&reasons.join("\n")), [0; 0]);
}
