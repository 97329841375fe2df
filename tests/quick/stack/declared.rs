//! What the modules of the stack declare, in the words of Terraform's JSON syntax, for every
//! profile.

use std::fmt::{self, Display};

use hcl::Body;
use paytf::config::{Config, Profile};
use paytf::render::to_json;
use paytf::stack;
use paytf::tf::Root;
use serde_json::Value;

/// Every profile: which parts of the stack exist depends on it.
pub const PROFILES: [Profile; 3] = [Profile::Development, Profile::Staging, Profile::Production];

/// One resource or data source of one module.
#[derive(Debug)]
pub struct Declared {
    pub profile: Profile,
    pub module: &'static str,
    /// As `aws_vpc`.
    pub block_type: String,
    /// As `main`.
    pub label: String,
    /// Its arguments and nested blocks.
    pub content: Value,
}

impl Display for Declared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: module.{}.{}.{}", self.profile, self.module, self.block_type, self.label)
    }
}

/// A part that no profile has.
const DOMAIN: &str =
    "[application.domain]\nname = 'pay.example.com'\nhosted_zone_id = 'Z0123456789ABCDEFGHIJ'\n";

/// The stack of a profile; production's with a domain.
pub fn stack_of(profile: Profile) -> Root {
    let toml = if profile == Profile::Production { DOMAIN } else { "" };
    let config =
        Config::from_toml(toml, "test.toml".as_ref(), "staging".parse().unwrap(), Some(profile));
    stack::payment(&config.unwrap()).unwrap()
}

/// A body in Terraform's JSON syntax.
pub fn json(body: &Body) -> Value {
    serde_json::from_str(&to_json(body, "").unwrap()).unwrap()
}

/// Every `resource` or `data` block of the stacks of all profiles.
pub fn declared(kind: &str) -> Vec<Declared> {
    let mut all = Vec::new();
    for profile in PROFILES {
        for module in stack_of(profile).modules().unwrap() {
            for (block_type, blocks) in entries(&json(module.main())[kind]) {
                all.extend(entries(&blocks).into_iter().map(|(label, content)| Declared {
                    profile,
                    module: module.name(),
                    block_type: block_type.clone(),
                    label,
                    content,
                }));
            }
        }
    }
    all
}

fn entries(object: &Value) -> Vec<(String, Value)> {
    object
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

/// The nested blocks of one name: none, one, or a list.
pub fn nested<'a>(content: &'a Value, name: &str) -> Vec<&'a Value> {
    match &content[name] {
        Value::Null => vec![],
        Value::Array(blocks) => blocks.iter().collect(),
        block => vec![block],
    }
}
