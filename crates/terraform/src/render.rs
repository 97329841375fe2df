//! Turns an [`hcl::Body`](::hcl::Body) into the text of a Terraform file, in either of Terraform's
//! two syntaxes.
//!
//! | format | file | for |
//! |---|---|---|
//! | [`Format::Json`] | `.tf.json` | machines: [JSON configuration syntax](https://developer.hashicorp.com/terraform/language/syntax/json) |
//! | [`Format::Hcl`] | `.tf` | people: [native syntax](https://developer.hashicorp.com/terraform/language/syntax/configuration), as `terraform fmt` leaves it |
//!
//! Both say the same: Terraform reads the same configuration from either.
//!
//! A [`String`](::hcl::Expression::String) is literal text, so `${aws:username}` in it reaches AWS
//! as it is. In a [`QuotedString`](::hcl::expr::TemplateExpr::QuotedString) the literal parts carry
//! no backslash escapes, only `$${` and `%%{`: what `hcl::parse` stores there, and what a JSON
//! string holds once decoded. `hcl::format` writes that text between quotes unescaped, therefore
//! nothing here goes through it.

mod check;
mod escape;
mod expression;
mod hcl;
mod json;
mod layout;
mod verbatim;

pub use self::hcl::to_hcl;
pub use self::json::to_json;

/// A syntax of Terraform configuration files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// JSON configuration syntax.
    #[default]
    Json,
    /// Native syntax.
    Hcl,
}

impl Format {
    /// What follows the first dot of the file's name: `tf.json` or `tf`.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "tf.json",
            Self::Hcl => "tf",
        }
    }

    /// The text of a file that holds `body`, with `header` as a comment on top unless it is empty.
    ///
    /// # Errors
    /// As [`to_json`] and [`to_hcl`].
    pub fn render(self, body: &::hcl::Body, header: &str) -> anyhow::Result<String> {
        match self {
            Self::Json => to_json(body, header),
            Self::Hcl => to_hcl(body, header),
        }
    }

    /// The text of a file, as [`render`](Self::render) gives it without a header, with `header` on
    /// top unless it is empty.
    pub fn headed(self, header: &str, text: &str) -> String {
        match self {
            _ if header.is_empty() => text.to_owned(),
            Self::Json => json::headed(header, text),
            Self::Hcl => hcl::headed(header, text),
        }
    }
}
