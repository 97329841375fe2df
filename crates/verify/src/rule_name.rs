//! Rules and groups of rules, as people name them.

use super::rules::rules;

/// Whether one of the words is a rule's id or its group.
pub fn names(words: &[String], id: &str) -> bool {
    words.iter().any(|word| {
        id == word || id.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with('-'))
    })
}

/// Whether a word is a rule's id or a group.
pub fn is_known(word: &str) -> bool {
    rules().any(|rule| names(&[word.to_owned()], rule.id))
}

/// The rule or group that a word was probably meant to be.
pub fn nearest(word: &str) -> Option<&'static str> {
    /// Below this likeness a suggestion is a guess.
    const LIKENESS: f64 = 0.8;
    let candidates = rules().flat_map(|rule| [rule.id, rule.group()]);
    let likeness = candidates.map(|candidate| (strsim::jaro_winkler(word, candidate), candidate));
    let nearest = likeness.max_by(|a, b| a.0.total_cmp(&b.0));
    nearest.filter(|(likeness, _)| *likeness > LIKENESS).map(|(_, candidate)| candidate)
}
