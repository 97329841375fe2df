//! Events that Terraform reports while it applies.
//! <https://developer.hashicorp.com/terraform/internals/machine-readable-ui>

use serde_json::Value;

/// One step of an apply or a destroy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It is going to do something with a resource.
    Planned(String),
    /// It begins with a resource.
    Started(String),
    /// It is done with a resource.
    Completed(String),
    /// It has given a resource up.
    Failed(String),
    /// It waits for a resource, since so many seconds.
    Waiting(String, u64),
    /// Why it fails, in Terraform's words.
    Refused(String),
}

impl Event {
    /// The event of one line; none when it is of no concern.
    pub fn of(line: &str) -> Option<Self> {
        let messages: Value = serde_json::from_str(line).ok()?;
        let hook = &messages["hook"];
        let address = |place: &Value| place["resource"]["addr"].as_str().map(str::to_owned);
        match messages["type"].as_str()? {
            "planned_change" if is_work(&messages["change"]) => {
                Some(Self::Planned(address(&messages["change"])?))
            }
            "apply_start" => Some(Self::Started(address(hook)?)),
            "apply_complete" => Some(Self::Completed(address(hook)?)),
            "apply_errored" => Some(Self::Failed(address(hook)?)),
            "apply_progress" => {
                Some(Self::Waiting(address(hook)?, hook["elapsed_seconds"].as_u64()?))
            }
            "diagnostic" => refusal(&messages["diagnostic"]).map(Self::Refused),
            _ => None,
        }
    }
}

/// A resource that is only moved or read is not worked on.
fn is_work(change: &Value) -> bool {
    change["action"]
        .as_str()
        .is_some_and(|action| ["create", "update", "replace", "delete"].contains(&action))
}

fn refusal(diagnostic: &Value) -> Option<String> {
    if diagnostic["severity"] != "error" {
        return None;
    }
    let messages =
        ["address", "summary", "detail"].map(|key| diagnostic[key].as_str().unwrap_or_default());
    Some(messages.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(": "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terraform_says_of_a_resource_is_understood() {
        let resource = r#""resource":{"addr":"module.network.aws_vpc.main"}"#;
        let vpc = || "module.network.aws_vpc.main".to_owned();
        for (line, event) in [
            (
                format!(r#"{{"type":"planned_change","change":{{{resource},"action":"create"}}}}"#),
                Event::Planned(vpc()),
            ),
            (format!(r#"{{"type":"apply_start","hook":{{{resource}}}}}"#), Event::Started(vpc())),
            (
                format!(
                    r#"{{"type":"apply_progress","hook":{{{resource},"elapsed_seconds":10}}}}"#
                ),
                Event::Waiting(vpc(), 10),
            ),
            (
                format!(r#"{{"type":"apply_complete","hook":{{{resource}}}}}"#),
                Event::Completed(vpc()),
            ),
            (format!(r#"{{"type":"apply_errored","hook":{{{resource}}}}}"#), Event::Failed(vpc())),
        ] {
            assert_eq!(Event::of(&line), Some(event), "{line}");
        }
    }

    #[test]
    fn an_error_is_told_with_its_resource_and_a_warning_is_no_refusal() {
        let line = r#"{"type":"diagnostic","diagnostic":{"severity":"error","summary":"creating VPC","detail":"no","address":"aws_vpc.main"}}"#;
        assert_eq!(
            Event::of(line),
            Some(Event::Refused("aws_vpc.main: creating VPC: no".to_owned()))
        );
        assert_eq!(Event::of(&line.replace("\"error\"", "\"warning\"")), None);
    }

    #[test]
    fn what_is_no_event_is_passed_over() {
        for line in [
            "",
            "no JSON",
            "{}",
            r#"{"type":"version"}"#,
            r#"{"type":"planned_change","change":{"action":"read","resource":{"addr":"x"}}}"#,
        ] {
            assert_eq!(Event::of(line), None, "{line}");
        }
    }
}
