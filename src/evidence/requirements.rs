//! The requirements that a plan can be evidence of, each in sentences with their own rules and
//! facts.

use std::sync::LazyLock;

use serde::Deserialize;

/// One requirement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// As `DB-1`.
    pub id: String,
    /// What is required.
    pub text: String,
    /// What proves it besides the plan, or instead of it; empty where the plan is enough.
    #[serde(default)]
    pub elsewhere: String,
    /// What is judged; empty where no plan shows anything of it.
    #[serde(default)]
    pub sentence: Vec<Sentence>,
}

/// One sentence of a requirement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// What must hold.
    pub text: String,
    /// The types of resources it speaks of: without one of them a plan is no evidence of it.
    #[serde(default)]
    pub subjects: Vec<String>,
    /// The rules that judge it: all of them must have judged one of its subjects.
    #[serde(default)]
    pub rules: Vec<String>,
    /// The figures and names that it states, compared exactly.
    #[serde(default)]
    pub facts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    requirement: Vec<Requirement>,
}

/// Every requirement on the infrastructure.
pub fn requirements() -> &'static [Requirement] {
    static REQUIREMENTS: LazyLock<Vec<Requirement>> = LazyLock::new(|| {
        // The text is the program's own: a test reads it.
        toml::from_str::<Written>(include_str!("requirements.toml"))
            .map(|written| written.requirement)
            .unwrap_or_default()
    });
    &REQUIREMENTS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::facts;

    #[test]
    fn every_sentence_names_rules_and_facts_that_exist() {
        let written: Written = toml::from_str(include_str!("requirements.toml")).unwrap();
        for sentence in written.requirement.iter().flat_map(|requirement| &requirement.sentence) {
            facts::assert_judged(&sentence.text, &sentence.rules, &sentence.facts);
        }
    }

    #[test]
    fn every_requirement_that_a_rule_claims_to_prove_is_there() {
        for rule in verify::rules() {
            for id in rule.requirements {
                assert!(
                    requirements().iter().any(|requirement| requirement.id == *id),
                    "{rule:?} proves {id}"
                );
            }
        }
    }
}
