//! What looks like a secret: by the name of a variable, or by the form of its value.

use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;

/// The last word of a name that holds a secret, as of `DB_PASSWORD`; `DB_PASSWORD_ARN` holds none.
const WORDS: [&str; 8] =
    ["password", "passwd", "pwd", "passphrase", "secret", "token", "apikey", "credentials"];
/// The word before `KEY` in the name of one that is secret.
const KEYS: [&str; 7] = ["api", "access", "private", "secret", "encryption", "signing", "auth"];
/// How credentials of well-known services begin. Source: GitHub, "Supported secret scanning
/// patterns".
const PREFIXES: [(&str, &str); 9] = [
    ("ghp_", "a GitHub token"),
    ("gho_", "a GitHub token"),
    ("github_pat_", "a GitHub token"),
    ("glpat-", "a GitLab token"),
    ("xoxb-", "a Slack token"),
    ("xoxp-", "a Slack token"),
    ("sk_live_", "a Stripe key"),
    ("rk_live_", "a Stripe key"),
    ("npm_", "an npm token"),
];
/// Shorter than any of those.
const MIN_TOKEN: usize = 20;

/// Whether a variable of this name holds a secret.
pub fn is_secret_name(name: &str) -> bool {
    let words: Vec<String> = words(name);
    match &words[..] {
        [.., before, last] if last == "key" => KEYS.contains(&before.as_str()),
        [.., last] => WORDS.contains(&last.as_str()),
        [] => false,
    }
}

/// `dbPassword`, `DB_PASSWORD` and `db-password` are two words each; a number at the end counts for
/// none.
fn words(name: &str) -> Vec<String> {
    let is_camel = name.chars().any(char::is_lowercase);
    let mut split = String::new();
    for letter in name.chars() {
        if is_camel && letter.is_uppercase() {
            split.push('_');
        }
        split.extend(letter.to_lowercase());
    }
    let parts = split
        .split(['_', '-', '.', '/', ' '])
        .map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()));
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A shorter one is no secret to anyone.
const SHORTEST: usize = 4;

/// Whether a value can be a secret itself, rather than its name, its place or a stand-in.
pub fn is_literal(value: &str) -> bool {
    let value = value.trim();
    let lower = value.to_ascii_lowercase();
    let stands_for = ["arn:", "http://", "https://", "/", "$", "{{", "<", "vault:", "ssm:"];
    let is_name = lower.ends_with("-password")
        || lower.ends_with("-secret")
        || lower.ends_with("-token")
        || is_path(value);
    let is_plain = matches!(
        lower.as_str(),
        "true" | "false" | "none" | "null" | "iam" | "enabled" | "disabled"
    );
    let stands_in = is_plain
        || is_placeholder(value)
        || is_name
        || stands_for.iter().any(|start| lower.starts_with(start));
    value.len() >= SHORTEST && !stands_in
}

/// Whether a value with `/` in it is the place of a secret, as `prod/db/password`. Half of all
/// secret keys of AWS have one too, and so has Base64: those are long, and mix capitals, small
/// letters and digits without words.
fn is_path(value: &str) -> bool {
    /// Shorter than any key.
    const SHORTEST_KEY: usize = 20;
    let has = |of: fn(&char) -> bool| value.chars().any(|letter| of(&letter));
    let is_mixed =
        has(char::is_ascii_uppercase) && has(char::is_ascii_lowercase) && has(char::is_ascii_digit);
    let is_base64 = value
        .trim_end_matches('=')
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "+/".contains(letter));
    value.contains('/') && !(value.len() >= SHORTEST_KEY && is_mixed && is_base64)
}

/// Whether a value is there only until the real one is put in its place.
pub fn is_placeholder(value: &str) -> bool {
    const PLACEHOLDERS: [&str; 12] = [
        "changeme",
        "change-me",
        "change_me",
        "placeholder",
        "dummy",
        "replaceme",
        "replace-me",
        "replace_me",
        "todo",
        "example",
        "tbd",
        "xxx",
    ];
    let lower = value.to_ascii_lowercase();
    let is_empty = matches!(value.trim(), "" | "{}" | "[]" | "null" | "\"\"" | "-" | " ");
    is_empty || PLACEHOLDERS.iter().any(|word| lower.contains(word))
}

/// What a text contains by its form, whatever it is called.
pub fn secret_in(text: &str) -> Option<&'static str> {
    if text.contains("-----BEGIN") && text.contains("PRIVATE KEY-----") {
        return Some("a private key");
    }
    let is_end = |c: char| c.is_whitespace() || "\"'`,;()[]{}<>=".contains(c);
    let encoded = || text.split(is_end).find_map(in_base64);
    text.split(is_end)
        .find_map(token)
        .or_else(encoded)
        .or_else(|| text.split(char::is_whitespace).find_map(password_in_url))
}

/// What a word of Base64 contains, once decoded.
fn in_base64(word: &str) -> Option<&'static str> {
    /// No credential is shorter, once encoded.
    const SHORTEST: usize = 24;
    let bytes = BASE64_STANDARD_NO_PAD.decode(word).ok().filter(|_| word.len() >= SHORTEST)?;
    let decoded = String::from_utf8(bytes).ok()?;
    if decoded.contains("-----BEGIN") && decoded.contains("PRIVATE KEY-----") {
        return Some("a private key");
    }
    decoded.split_whitespace().find_map(|word| token(word).or_else(|| password_in_url(word)))
}

fn token(word: &str) -> Option<&'static str> {
    let is_key = |prefix: &str| {
        word.strip_prefix(prefix).is_some_and(|rest| {
            rest.len() == 16 && rest.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        })
    };
    // The key of AWS's own examples.
    if (is_key("AKIA") || is_key("ASIA")) && !word.ends_with("EXAMPLE") {
        return Some("an AWS access key");
    }
    PREFIXES
        .iter()
        .find(|(prefix, _)| word.starts_with(prefix) && word.len() >= MIN_TOKEN)
        .map(|(_, what)| *what)
}

/// `postgres://user:password@host`, and `password=…` of connection strings.
fn password_in_url(word: &str) -> Option<&'static str> {
    let (_, rest) = word.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (user, _) = authority.rsplit_once('@')?;
    let (_, password) = user.split_once(':')?;
    let is_real = !password.is_empty() && !password.starts_with(['$', '<', '{', '%', '*']);
    (is_real && !is_placeholder(password)).then_some("a password in an address")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_what_holds_a_secret_is_told_from_the_name_of_what_leads_to_one() {
        for name in [
            "DB_PASSWORD",
            "dbPassword",
            "password",
            "CLIENT_SECRET",
            "AWS_SECRET_ACCESS_KEY",
            "API_KEY",
            "authToken",
            "PASSWORD_2",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in [
            "DB_PASSWORD_ARN",
            "SECRET_NAME",
            "TOKEN_URL",
            "PASSWORD_MIN_LENGTH",
            "KEY",
            "PARTITION_KEY",
            "AUTH_TYPE",
            "DATABASE_AUTHENTICATION",
        ] {
            assert!(!is_secret_name(name), "{name}");
        }
    }

    #[test]
    fn a_secret_is_told_from_its_name_its_place_and_a_stand_in() {
        for value in [
            "hunter22",
            "S3cr3t!Pass",
            "eyJhbGciOi",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz",
            "c2VjcmV0/Zm9yMTIzNDU2Nzg5MA==",
        ] {
            assert!(is_literal(value), "{value}");
        }
        for value in [
            "",
            "true",
            "arn:aws:secretsmanager:us-east-1:1:secret:x",
            "/prod/db/password",
            "prod/db",
            "payments-db-password",
            "changeme",
            "${DB}",
        ] {
            assert!(!is_literal(value), "{value}");
        }
    }

    #[test]
    fn credentials_are_known_by_their_form() {
        for (text, what) in [
            ("export KEY=AKIAIOSFODNN7ABCDEFG", Some("an AWS access key")),
            ("AKIAIOSFODNN7EXAMPLE", None),
            ("-----BEGIN RSA PRIVATE KEY-----\nMII", Some("a private key")),
            ("-----BEGIN CERTIFICATE-----\nMII", None),
            ("postgres://app:hunter22@db:5432/payments", Some("a password in an address")),
            ("postgres://app:${PASSWORD}@db:5432/payments", None),
            ("https://example.com/a@b", None),
            (
                "cG9zdGdyZXM6Ly9hcHA6aHVudGVyMjJAZGI6NTQzMi9wYXltZW50cw==",
                Some("a password in an address"),
            ),
            ("cGF5bWVudHMtYXBpLWNvbmZpZ3VyYXRpb24=", None),
        ] {
            assert_eq!(secret_in(text), what, "{text}");
        }
    }
}
