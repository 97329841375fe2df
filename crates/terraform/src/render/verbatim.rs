//! Where Terraform's JSON syntax takes a string as it is, and not as a template.
//!
//! There a reference is written without `${}` and text without escapes. The places are those of
//! [Block-type-specific Exceptions](https://developer.hashicorp.com/terraform/language/syntax/json#block-type-specific-exceptions),
//! and the address arguments of the refactoring blocks.

/// Whether the argument is such a place. `blocks` are the types of the enclosing blocks, outermost
/// first.
pub(super) fn is_verbatim(blocks: &[&str], argument: &str) -> bool {
    match blocks {
        ["terraform", ..] => true,
        ["variable"] => matches!(argument, "type" | "default" | "description"),
        ["output"] => matches!(argument, "description" | "depends_on"),
        ["module"] => matches!(argument, "source" | "version" | "providers" | "depends_on"),
        ["provider"] => matches!(argument, "alias" | "version"),
        ["resource" | "data" | "ephemeral"] | ["check", "data"] => {
            matches!(argument, "provider" | "depends_on")
        }
        ["resource", "lifecycle"] => matches!(argument, "ignore_changes" | "replace_triggered_by"),
        ["import"] => matches!(argument, "to" | "provider"),
        ["moved"] => matches!(argument, "from" | "to"),
        ["removed"] => argument == "from",
        _ => false,
    }
}
