//! What looks like a secret: by the name of a variable, or by the form of its value.

use std::borrow::Cow;
use std::collections::HashMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use serde_json::Value;

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
/// The least length of a token: each of these kinds is longer.
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

/// The least length of a secret that is worth the name.
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

/// Whether a value with `/` in it is a path to a secret, such as `prod/db/password`. Half of all
/// AWS secret keys and much Base64 contain `/` as well, but those are long and mix capitals, small
/// letters and digits.
fn is_path(value: &str) -> bool {
    /// The least length of a key.
    const SHORTEST_KEY: usize = 20;
    value.contains('/') && !(value.len() >= SHORTEST_KEY && is_random(value))
}

/// Whether a text is of Base64's letters, with capitals, small letters and digits among them.
fn is_random(text: &str) -> bool {
    let has = |of: fn(&char) -> bool| text.chars().any(|letter| of(&letter));
    let is_mixed =
        has(char::is_ascii_uppercase) && has(char::is_ascii_lowercase) && has(char::is_ascii_digit);
    let letters = text.trim_end_matches('=');
    let is_base64 = letters.chars().all(|c| c.is_ascii_alphanumeric() || "+/".contains(c));
    is_mixed && is_base64
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

/// What a text contains by its form, whatever it is called, as it is or in Base64.
pub fn secret_in(text: &str) -> Option<Cow<'static, str>> {
    in_plain(text).or_else(|| words_of(text).find_map(in_base64))
}

fn in_plain(text: &str) -> Option<Cow<'static, str>> {
    if text.contains("-----BEGIN") && text.contains("PRIVATE KEY-----") {
        return Some("a private key".into());
    }
    let known = words_of(text)
        .find_map(token)
        .or_else(|| text.split(char::is_whitespace).find_map(password_in_url));
    known.map(Cow::from).or_else(|| assignments(text).find_map(secret_assigned))
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "\"'`,;()[]{}<>=".contains(c))
}

/// What a word of Base64 contains, once decoded.
fn in_base64(word: &str) -> Option<Cow<'static, str>> {
    /// No name with a secret is shorter, once encoded.
    const SHORTEST: usize = 16;
    let bytes = BASE64_STANDARD_NO_PAD.decode(word).ok().filter(|_| word.len() >= SHORTEST)?;
    let decoded = String::from_utf8(bytes).ok()?;
    let is_text = decoded.chars().all(|c| !c.is_control() || c.is_whitespace());
    let found = is_text.then(|| in_plain(&decoded).or_else(|| secret_key(decoded.trim())))??;
    Some(format!("{found} in Base64").into())
}

/// Recognises an AWS secret key. Many things have its length, so this is asked only of text that
/// was encoded in Base64 once more, as if to hide it.
fn secret_key(text: &str) -> Option<Cow<'static, str>> {
    const LENGTH: usize = 40;
    (text.len() == LENGTH && is_random(text)).then_some("what looks like an AWS secret key".into())
}

/// Each `name=value` of a script, a connection string or a query, and of a document in JSON.
fn assignments(text: &str) -> impl Iterator<Item = (String, String)> {
    let document: Option<HashMap<String, Value>> = serde_json::from_str(text).ok();
    let members = document.into_iter().flatten();
    let members = members.filter_map(|(name, value)| Some((name, value.as_str()?.to_owned())));
    let is_end = |c: char| c.is_whitespace() || ";&?,".contains(c);
    let written = text.split(is_end).filter_map(|word| word.split_once('='));
    let written = written.map(|(name, value)| (name.to_owned(), value.trim_matches(QUOTES).into()));
    members.chain(written)
}

const QUOTES: [char; 3] = ['"', '\'', '`'];

fn secret_assigned((name, value): (String, String)) -> Option<Cow<'static, str>> {
    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
    // `password=DB_PASSWORD` and `password=%s` say where the secret is to go.
    let stands_in = value.starts_with(['%', '*', '@', ':', '[', '(', '{'])
        || (is_secret_name(&value) && !value.contains(|c: char| c.is_ascii_digit()));
    let is_secret = is_name && is_secret_name(&name) && is_literal(&value) && !stands_in;
    is_secret.then(|| format!("the secret {}", name.trim_start_matches('-')).into())
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

/// `postgres://user:password@host`.
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
    fn a_secret_in_base64_is_known_by_what_it_decodes_to() {
        for (plain, what) in [
            ("password=hunter22", Some("the secret password")),
            ("export DB_PASSWORD='hunter22'\n", Some("the secret DB_PASSWORD")),
            (r#"{"username": "app", "password": "hunter22"}"#, Some("the secret password")),
            ("AWS_ACCESS_KEY_ID=AKIAIOSFODNN7ABCDEFG", Some("an AWS access key")),
            (
                "aws_secret_access_key=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",
                Some("the secret aws_secret_access_key"),
            ),
            ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz", Some("what looks like an AWS secret key")),
            ("-----BEGIN EC PRIVATE KEY-----\nMII", Some("a private key")),
            // What is innocent, or only leads to a secret.
            ("password=${DB_PASSWORD}", None),
            ("password=DB_PASSWORD", None),
            ("password_arn=arn:aws:secretsmanager:us-east-1:1:secret:x", None),
            (r#"{"password_policy": "strict", "region": "us-east-1"}"#, None),
            ("#!/bin/bash\nyum update -y\n", None),
            ("Enter your password: it has at least 12 characters", None),
            ("user-service:v1.4.2-20260101", None),
            ("2fd4e1c67a2d28fced849ee1bb76e7391b93eb12", None),
            ("-----BEGIN CERTIFICATE-----\nMIIB", None),
        ] {
            let encoded = base64::prelude::BASE64_STANDARD.encode(plain);
            let what = what.map(|what| format!("{what} in Base64"));
            assert_eq!(secret_in(&encoded).as_deref(), what.as_deref(), "{plain}");
            let option = format!("CONFIG={encoded} -v");
            assert_eq!(secret_in(&option).as_deref(), what.as_deref(), "{plain}");
        }
        // Hashes, identifiers and names, which are valid Base64 too.
        for innocent in [
            "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC",
            "PaymentsProductionEnvironmentConfiguration",
            "Z0123456789ABCDEFGHIJ",
            "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012",
        ] {
            assert_eq!(secret_in(innocent), None, "{innocent}");
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
                Some("a password in an address in Base64"),
            ),
            ("cGF5bWVudHMtYXBpLWNvbmZpZ3VyYXRpb24=", None),
            ("Server=db;Database=payments;Password=hunter22;", Some("the secret Password")),
            (
                "jdbc:postgresql://db/payments?user=app&password=hunter22",
                Some("the secret password"),
            ),
            (
                "-Xmx512m -Dspring.datasource.password=hunter22",
                Some("the secret Dspring.datasource.password"),
            ),
        ] {
            assert_eq!(secret_in(text).as_deref(), what, "{text}");
        }
    }
}
