//! The evidence as one HTML page that needs nothing else: no script, no font, no picture from anywhere.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use tera::{Context, Tera};

use super::Evidence;

/// What proofs come to, for people; a sign and a word, since not everyone sees colours.
const WORDS: [(&str, &str); 4] =
    [("met", "✓ met"), ("failed", "✗ failed"), ("unknown", "? not known"), ("absent", "– nothing in this plan")];

/// The page, with a picture of the stack.
///
/// # Errors
/// When the template is wrong: a mistake in the program.
pub fn page(evidence: &Evidence, picture: &str) -> Result<String> {
    let mut tera = Tera::default();
    // The ending makes Tera escape what is put in: names come from plans.
    tera.add_raw_template("evidence.html", include_str!("evidence.html")).context("the page's template is wrong")?;
    let mut context = Context::from_serialize(evidence).context("evidence is an object")?;
    context.insert("picture", picture);
    context.insert("words", &BTreeMap::from(WORDS));
    tera.render("evidence.html", &context).context("cannot render the page")
}
