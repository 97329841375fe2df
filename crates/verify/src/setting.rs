//! [`Setting`]: one argument of a resource type, and its right values. A rule that checks many
//! types is a table of these.

use crate::Check;
use crate::attribute_path::AttributePath;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;

/// An argument of a type of resource, and which of its values are right.
pub struct Setting {
    /// The type.
    pub kind: &'static str,
    /// The argument's path; `#` stands for each block or item.
    pub path: &'static str,
    /// What holds where it is not set; `None` where the plan does not show it.
    pub default: Option<&'static str>,
    /// Whether a value is right; flags are `true` or `false`.
    pub is_right: fn(&str) -> bool,
    /// What is wrong otherwise.
    pub otherwise: &'static str,
}

/// Blocks that the provider computes where they are left out, so that a `dynamic` one looks no
/// different. Source: plans of AWS provider 5.100.0 without them.
const COMPUTED: [&str; 7] = [
    "advanced_security_options",
    "domain_endpoint_options",
    "encrypt_at_rest",
    "metadata_options",
    "node_to_node_encryption",
    "setting",
    "tunnel1_log_options",
];

impl Setting {
    /// A flag that has to be true.
    pub const fn on(
        kind: &'static str,
        path: &'static str,
        default: &'static str,
        otherwise: &'static str,
    ) -> Self {
        Setting { kind, path, default: Some(default), is_right: is_true, otherwise }
    }

    /// A flag that must not be true.
    pub const fn off(kind: &'static str, path: &'static str, otherwise: &'static str) -> Self {
        Setting { kind, path, default: Some("false"), is_right: is_not_true, otherwise }
    }

    /// An argument or block that has to be there.
    pub const fn set(kind: &'static str, path: &'static str, otherwise: &'static str) -> Self {
        Setting { kind, path, default: Some("[]"), is_right: is_something, otherwise }
    }

    /// Looks at the argument in each resource that is concerned.
    pub fn check(&self, check: &mut Check, concerns: impl Fn(Resource) -> bool) {
        for resource in check.all(self.kind).filter(|resource| concerns(*resource)) {
            for place in places(resource.root(), self.path) {
                self.check_argument(check, &place);
            }
        }
    }

    fn check_argument<'a>(&self, check: &mut Check<'a>, place: &AttributePath<'a>) {
        let value = place
            .value()
            .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        let value = match value {
            Known(text) if text.is_empty() => Absent,
            value => value,
        };
        // A block that must be there, and may be: `dynamic` waits for something.
        let is_set = std::ptr::fn_addr_eq(self.is_right, is_something as fn(&str) -> bool);
        let block = self.path.split('.').next().unwrap_or_default();
        let is_dynamic = !COMPUTED.contains(&block) && place.resource().at(block).is_dynamic();
        if (is_set || block != self.path || matches!(self.default, Some("[]"))) && is_dynamic {
            return check.known_later(place);
        }
        match (value, self.default) {
            (Known(text), _) => check.expect(place, Known((self.is_right)(&text)), self.otherwise),
            (Absent, Some(default)) => {
                check.expect(place, Known((self.is_right)(default)), self.otherwise)
            }
            (Absent, None) => {
                check.unknown(place, "it is not set, and what holds then is decided elsewhere")
            }
            // Computed where it is not written: the default.
            (Unknown, Some(default)) if !place.is_written() => {
                check.expect(place, Known((self.is_right)(default)), self.otherwise);
            }
            // What is there though it is not known yet is there.
            (Unknown, _) if is_set => check.pass(place),
            (Unknown, _) => check.known_later(place),
        }
    }
}

/// The places at a path with `#` for each item; where there are no blocks, none.
fn places<'a>(from: AttributePath<'a>, path: &str) -> Vec<AttributePath<'a>> {
    match path.split_once(".#") {
        None => vec![from.at(path)],
        Some((list, rest)) => {
            let items = from.at(list).items();
            let rest = rest.trim_start_matches('.');
            items
                .into_iter()
                .flat_map(|item| if rest.is_empty() { vec![item] } else { places(item, rest) })
                .collect()
        }
    }
}

fn is_true(value: &str) -> bool {
    value == "true"
}

fn is_not_true(value: &str) -> bool {
    value != "true"
}

fn is_something(value: &str) -> bool {
    !matches!(value, "[]" | "{}" | "null")
}
