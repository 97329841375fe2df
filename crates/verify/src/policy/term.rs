//! [`Term`]: one action, resource, principal or value of a policy.

use std::fmt;
use std::sync::Arc;

use terraform::value::{Part, Value};
use wildmatch::WildMatch;

use crate::attribute_path::AttributePath;
use crate::planned::Planned::{self, Known, Unknown};
use crate::redact::REDACTED;
use crate::resource::Resource;

/// The attributes that are in a resource's ARN, where the ARN itself is not known yet.
const NAMES: [&str; 6] =
    ["bucket", "name", "function_name", "cluster_identifier", "identifier", "family"];

/// What says only what an account or a region is called.
const PLACES: [&str; 4] =
    ["aws_caller_identity", "aws_region", "aws_partition", "aws_iam_account_alias"];

/// One text of a policy, known or not.
#[derive(Debug, Clone)]
pub struct Term<'a> {
    /// The text; `None` where it is known only after the apply.
    pub text: Option<String>,
    place: Arc<AttributePath<'a>>,
}

impl<'a> Term<'a> {
    pub(super) fn new(text: Option<&str>, place: &Arc<AttributePath<'a>>) -> Self {
        Term { text: text.map(str::to_owned), place: Arc::clone(place) }
    }

    /// Whether Terraform calls the policy that it is in, or the text, sensitive.
    pub fn is_sensitive(&self) -> bool {
        self.place.is_sensitive()
    }

    /// Whether it is this text.
    pub fn is(&self, text: &str) -> bool {
        self.text.as_deref() == Some(text)
    }

    /// Whether it is an action, or a pattern of actions, that includes `action`: `iam:Pass*`
    /// includes `iam:PassRole`.
    pub fn includes(&self, action: &str) -> bool {
        self.text.as_deref().is_some_and(|pattern| includes(pattern, action))
    }

    /// Whether it means a resource, or something within it as the objects of a bucket.
    pub fn names(&self, resource: Resource<'a>) -> Planned<bool> {
        match &self.text {
            Some(text) => Known(is_arn_of(text, resource)),
            None => self.refers_to(resource),
        }
    }

    /// How long the text can become, where it is known only after the apply: as long as the ARN of
    /// what it refers to.
    pub fn longest(&self) -> usize {
        /// What is in an ARN before and behind a name: partition, service, region, account,
        /// kind, and a suffix by AWS.
        const AROUND: usize = 72;
        /// A name that is not known is an id by AWS, or a prefix with 26 characters behind it, of
        /// 64 together in most services.
        const NAME: usize = 64;
        let links = self.place.links_to_any();
        let name = |resource: Resource| {
            NAMES.iter().find_map(|name| resource.at(name).string().known()).map(str::len)
        };
        let names = links.resources().map(|resource| name(resource).unwrap_or(NAME));
        names.max().unwrap_or(NAME) + AROUND
    }

    fn refers_to(&self, resource: Resource<'a>) -> Planned<bool> {
        let links = self.place.links(resource.kind());
        if links.resources().any(|linked| linked == resource) {
            return Known(true);
        }
        match self.spells_name_of(resource) {
            Known(true) => Known(true),
            Known(false) if links.incomplete.is_empty() && self.place.expression.is_set() => {
                Known(false)
            }
            _ => Unknown,
        }
    }

    /// Whether it has the name of a resource in it, where both are put together of the same unknown
    /// parts: `arn:…:log-group:/flow-log/${aws_vpc.main.id}:*` and `/flow-log/${aws_vpc.main.id}`.
    fn spells_name_of(&self, resource: Resource<'a>) -> Planned<bool> {
        let spelled_text = self.place.configured().and_then(spelled);
        let own = self.place.links_to_any();
        let names = NAMES.iter().map(|name| resource.at(name)).filter(|name| name.is_written());
        names
            .map(|name| match (&spelled_text, name.configured().and_then(spelled)) {
                (Some(text), Some(name)) => Known(names_after_account(text, &name)),
                // A name that is computed from the same resources may or may not be equal.
                _ => match own
                    .resources()
                    .any(|one| name.links_to_any().resources().any(|it| it == one))
                {
                    true => Unknown,
                    false => Known(false),
                },
            })
            .reduce(Planned::or_else)
            .unwrap_or(Known(false))
    }

    /// Whether it ends with this text, be it known or with holes before it.
    pub fn ends_with(&self, text: &str) -> bool {
        self.text
            .as_deref()
            .or_else(|| self.place.written_end())
            .is_some_and(|end| end.ends_with(text))
    }

    /// What follows the last part that is unknown, as `/*` in
    /// `"${aws_s3_bucket.logs.arn}/*"`: nothing where no configuration tells.
    pub fn tail(&self) -> Option<&'a str> {
        let value = self.place.configured()?.unmarked().0;
        let is_whole = matches!(value, Value::Unknown(unknown) if unknown.is_its_cause());
        self.place.written_end().or(is_whole.then_some(""))
    }

    /// The text, with `*` for what of it is known only after the apply; nothing where the whole is.
    pub fn with_stars(&self) -> Option<String> {
        self.place.written_with_stars().or_else(|| self.text.clone())
    }

    /// The text of an ARN, with `*` for a partition, region or account that is known only after the
    /// apply; nothing where more of it is.
    pub fn of_any_account(&self) -> Option<String> {
        let Some(Value::Template(template)) =
            self.place.configured().map(|value| value.unmarked().0)
        else {
            return self.text.clone();
        };
        let text = template.with(|_| "\u{1}".to_owned());
        let mut parts: Vec<_> = text.splitn(6, ':').collect();
        for (_, part) in parts
            .iter_mut()
            .enumerate()
            .filter(|(at, part)| matches!(at, 1 | 3 | 4) && **part == "\u{1}")
        {
            *part = "*";
        }
        Some(parts.join(":")).filter(|text| !text.contains('\u{1}'))
    }

    /// Whether it certainly does not mean a resource that it does not refer to, because it refers
    /// to another one. References to the names of accounts and regions do not count.
    pub fn is_of_another(&self) -> bool {
        let links = self.place.links_to_any();
        links.incomplete.is_empty()
            && links.resources().any(|resource| !PLACES.contains(&resource.kind()))
    }

    /// Whether it certainly refers to resources of the plan only, and none of them is the one that
    /// is meant.
    pub fn is_of_others(&self, is_another: impl Fn(Resource<'a>) -> bool) -> bool {
        let links = self.place.links_to_any();
        let mut named =
            links.resources().filter(|resource| !PLACES.contains(&resource.kind())).peekable();
        links.incomplete.is_empty()
            && named.peek().is_some()
            && named.all(|one| !one.is_data() && is_another(one))
    }

    /// The resources of a type that the argument it is in refers to; of a list, those of every
    /// item.
    pub fn linked(&self, kind: &str) -> Vec<Resource<'a>> {
        self.place.links(kind).resources().collect()
    }
}

/// A text in which each unknown part is replaced by what it comes from; `None` if a part is
/// computed.
fn spelled(value: &Value) -> Option<String> {
    let hole = |value: &Value| match value.unmarked().0 {
        Value::Unknown(unknown) if unknown.is_its_cause() => {
            Some(format!("\u{1}{:?}\u{1}", unknown.causes))
        }
        _ => None,
    };
    match value.unmarked().0 {
        Value::String(text) => Some(text.to_string()),
        Value::Template(template) => {
            let parts = template.parts.iter().map(|part| match part {
                Part::Text(text) => Some(text.to_string()),
                Part::Hole(value) => hole(value),
                Part::Json(_) => None,
            });
            parts.collect()
        }
        other => hole(other),
    }
}

/// Whether what follows the account of an ARN is called so, or what it is in.
fn names_after_account(arn: &str, name: &str) -> bool {
    let named = arn.splitn(ARN_PREFIX + 1, ':').last().unwrap_or_default();
    let is_end = |c: Option<char>| c.is_none_or(|c| matches!(c, ':' | '/'));
    !name.is_empty()
        && named.match_indices(name).any(|(at, _)| {
            is_end(named[..at].chars().next_back())
                && is_end(named[at + name.len()..].chars().next())
        })
}

/// Whether a pattern includes every text there is, as `*`, `**` and `?*`: no action, service or
/// name is empty.
pub fn is_everything(pattern: &str) -> bool {
    pattern.contains('*')
        && pattern.chars().all(|letter| matches!(letter, '*' | '?'))
        && pattern.matches('?').count() <= 1
}

/// Whether an action, or a pattern of actions, includes an action. Actions are not case-sensitive.
/// Source: IAM User Guide, "IAM JSON policy elements: Action".
pub fn includes(pattern: &str, action: &str) -> bool {
    match pattern.contains(['*', '?']) {
        true => WildMatch::new_case_insensitive(pattern).matches(action),
        false => pattern.eq_ignore_ascii_case(action),
    }
}

/// By the ARN where it is known, else by the name at the end of an ARN.
fn is_arn_of(pattern: &str, resource: Resource) -> bool {
    if pattern == "*" {
        return true;
    }
    if let Known(arn) = resource.at("arn").string() {
        let within = pattern.strip_prefix(arn).is_some_and(|rest| rest.starts_with(['/', ':']));
        return within || WildMatch::new(pattern).matches(arn);
    }
    let parts: Vec<_> = pattern.split([':', '/']).skip(ARN_PREFIX).collect();
    let name = NAMES.iter().find_map(|name| resource.at(name).string().known());
    // A `*` further behind stands for what is within, as in `bucket/*`.
    let is_name = |(index, part): (usize, &&str)| {
        (index == 0 || *part != "*") && name.is_some_and(|name| WildMatch::new(part).matches(name))
    };
    parts.iter().enumerate().any(is_name)
}

/// `arn:aws:s3:us-east-1:123456789012:` comes before what names a resource.
const ARN_PREFIX: usize = 5;

/// For a person: what Terraform calls sensitive is not shown.
impl fmt::Display for Term<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.text {
            Some(_) if self.is_sensitive() => f.write_str(REDACTED),
            Some(text) => f.write_str(text),
            None => f.write_str("(known after apply)"),
        }
    }
}
