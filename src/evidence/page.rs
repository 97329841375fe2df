//! The evidence as one HTML page that needs nothing else: no script, no font, no picture from anywhere.

use anyhow::{Context as _, Result};
use tera::{Context, Tera};

use super::Evidence;

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
    tera.render("evidence.html", &context).context("cannot render the page")
}
