//! The instances of a configuration as JSON.

use super::value::{self, key, list, unknown};
use crate::configuration::{Arguments, Content, Instances};

/// The instances with their arguments, as one object by address: each argument with its value;
/// blocks as a list of objects. What is unknown is `{"unknown": ["why", …]}`, at the innermost
/// place that is.
pub fn instances(instances: &Instances) -> String {
    let mut out = String::from("{");
    for (at, instance) in instances.by_address.values().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        key(&instance.address, &mut out);
        arguments(&instance.arguments, &mut out);
    }
    out.push_str("\n}\n");
    out
}

fn arguments(arguments: &Arguments, out: &mut String) {
    list('{', '}', &arguments.0, out, |argument, out| {
        key(&argument.name, out);
        match &argument.content {
            Content::Value(value) => value::value(value, out),
            Content::Blocks(blocks) => {
                list('[', ']', blocks, out, |block, out| self::arguments(&block.arguments, out))
            }
            Content::SomeBlocks(_, causes) => unknown(causes, out),
        }
    });
}
