//! [`Written`]: a policy file as it is written in TOML, and what is wrong with it, each with its
//! line.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use terraform::diagnostic::{Diagnostic, Diagnostics};
use terraform::source::{FileId, Source, Sources, Span};
use toml::{Spanned, Value};
use wildmatch::WildMatch;

use super::suppression_entry::{SuppressionEntry, day};
use super::{Level, PolicyFile};
use crate::declared::{Call, Declared, End, Flow, Ports, Protocol, is_address};
use crate::rule_name::{is_known, nearest};

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Written {
    rules: BTreeMap<Spanned<String>, Level>,
    suppress: Vec<Spanned<Suppress>>,
    flow: Vec<Spanned<WrittenFlow>>,
    call: Vec<Spanned<WrittenCall>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Suppress {
    rule: Spanned<String>,
    resource: Spanned<String>,
    reason: Spanned<String>,
    expires: Spanned<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFlow {
    from: Spanned<String>,
    to: Spanned<String>,
    port: Spanned<Value>,
    #[serde(default)]
    protocol: Protocol,
    why: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCall {
    role: Spanned<String>,
    action: Spanned<String>,
    resource: Spanned<String>,
    why: Spanned<String>,
}

impl Written {
    /// The policy that a text says.
    pub fn read(path: &Path, text: &str) -> Result<PolicyFile, Diagnostics> {
        let mut sources = Sources::default();
        let file = sources.add(Source::new(path, text));
        let mut reader = Reader { sources, file, problems: Vec::new() };
        let policy = match toml::from_str::<Self>(text) {
            Ok(written) => reader.policy(written),
            Err(error) => {
                let end = text.len();
                reader.problem(error.span().unwrap_or(end..end), error.message(), String::new());
                PolicyFile::default()
            }
        };
        match reader.problems.is_empty() {
            true => Ok(policy),
            false => Err(Diagnostics { list: reader.problems, sources: Arc::new(reader.sources) }),
        }
    }
}

/// Reads, and collects what is wrong.
struct Reader {
    sources: Sources,
    file: FileId,
    problems: Vec<Diagnostic>,
}

impl Reader {
    fn policy(&mut self, written: Written) -> PolicyFile {
        let levels = written.rules.into_iter().map(|(word, level)| {
            self.rule("rules", &word);
            (word.into_inner(), level)
        });
        PolicyFile {
            levels: levels.collect(),
            suppressions: written
                .suppress
                .into_iter()
                .filter_map(|entry| self.suppression(entry))
                .collect(),
            declared: Declared {
                flows: written.flow.into_iter().filter_map(|flow| self.flow(flow)).collect(),
                calls: written.call.into_iter().filter_map(|call| self.call(call)).collect(),
            },
        }
    }

    fn suppression(&mut self, written: Spanned<Suppress>) -> Option<SuppressionEntry> {
        let written_at = self.place(written.span());
        let written = written.into_inner();
        self.rule("suppress.rule", &written.rule);
        self.check_reason(
            "suppress.reason",
            &written.reason,
            "must say why the finding is accepted",
        );
        let expires = match day(written.expires.get_ref()) {
            Some(day) => day,
            None => {
                self.refuse(
                    "suppress.expires",
                    &written.expires,
                    "must be a day, such as 2027-03-31",
                );
                return None;
            }
        };
        Some(SuppressionEntry {
            rule: written.rule.into_inner(),
            resource: written.resource.into_inner(),
            reason: written.reason.into_inner(),
            expires,
            written_at,
        })
    }

    fn flow(&mut self, written: Spanned<WrittenFlow>) -> Option<Flow> {
        let declared_at = self.place(written.span());
        let written = written.into_inner();
        self.check_reason("flow.why", &written.why, "must say what the flow is for");
        let (from, to) = (self.end("flow.from", &written.from), self.end("flow.to", &written.to));
        let Some(ports) = ports(written.port.get_ref()) else {
            self.refuse(
                "flow.port",
                &written.port,
                "must be a port from 1 to 65535, or a range such as \"8000-8010\"",
            );
            return None;
        };
        let why = written.why.into_inner();
        Some(Flow { from: from?, to: to?, ports, protocol: written.protocol, why, declared_at })
    }

    fn call(&mut self, written: Spanned<WrittenCall>) -> Option<Call> {
        let declared_at = self.place(written.span());
        let written = written.into_inner();
        self.check_reason("call.why", &written.why, "must say what the call is for");
        if !is_address(written.role.get_ref()) {
            self.refuse(
                "call.role",
                &written.role,
                "must be the address of a role, such as aws_iam_role.task",
            );
        }
        let is_action = |(service, action): (&str, &str)| !service.is_empty() && !action.is_empty();
        if !written.action.get_ref().split_once(':').is_some_and(is_action) {
            self.refuse(
                "call.action",
                &written.action,
                "must be an action, such as \"s3:PutObject\"",
            );
        }
        if !written.resource.get_ref().starts_with("arn:")
            && !is_address(written.resource.get_ref())
        {
            let allowed =
                "must be an ARN, or the address of a resource, such as aws_s3_bucket.audit";
            self.refuse("call.resource", &written.resource, allowed);
        }
        Some(Call {
            role: WildMatch::new(written.role.get_ref()),
            action: written.action.into_inner(),
            resource: written.resource.into_inner(),
            why: written.why.into_inner(),
            declared_at,
        })
    }

    fn end(&mut self, key: &str, written: &Spanned<String>) -> Option<End> {
        let end = End::parse(written.get_ref());
        if end.is_none() {
            let allowed = "must be the address of resources, such as aws_ecs_service.app, a \
                           range, such as 10.0.0.0/8, or internet";
            self.refuse(key, written, allowed);
        }
        end
    }

    fn rule(&mut self, key: &str, word: &Spanned<String>) {
        if !is_known(word.get_ref()) {
            let nearest = nearest(word.get_ref());
            let nearest =
                nearest.map(|nearest| format!("did you mean {nearest}? ")).unwrap_or_default();
            self.refuse(
                key,
                word,
                &format!("is no rule and no group; {nearest}`paytf rules` lists them"),
            );
        }
    }

    /// Checks that a reason is given.
    fn check_reason(&mut self, key: &str, text: &Spanned<String>, must: &str) {
        if text.get_ref().trim().is_empty() {
            self.refuse(key, text, must);
        }
    }

    fn refuse<T: Shown>(&mut self, key: &str, value: &Spanned<T>, must: &str) {
        self.problem(
            value.span(),
            &format!("{key} = {}", value.get_ref().shown()),
            must.to_owned(),
        );
    }

    fn problem(&mut self, place: Range<usize>, summary: &str, detail: String) {
        self.problems.push(*Diagnostic::new(self.span(place), summary, detail));
    }

    fn place(&self, place: Range<usize>) -> String {
        self.sources.place(self.span(place)).map(|place| place.to_string()).unwrap_or_default()
    }

    fn span(&self, place: Range<usize>) -> Span {
        // Offsets beyond 4 GiB do not fit; no policy file is that long.
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span::new(self.file, offset(place.start), offset(place.end))
    }
}

/// How a value is shown in a message.
trait Shown {
    fn shown(&self) -> String;
}

impl Shown for String {
    fn shown(&self) -> String {
        format!("{self:?}")
    }
}

impl Shown for Value {
    fn shown(&self) -> String {
        self.to_string()
    }
}

/// A port, or a range of ports in quotes.
fn ports(written: &Value) -> Option<Ports> {
    let port = |port: u16| (port > 0).then_some(port);
    match written {
        Value::Integer(number) => {
            u16::try_from(*number).ok().and_then(port).map(|port| port..=port)
        }
        Value::String(text) => {
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            let read = |text: &str| text.trim().parse().ok().and_then(port);
            let (first, last) = (read(first)?, read(last)?);
            (first <= last).then_some(first..=last)
        }
        _ => None,
    }
}
