//! Statements from `data.aws_iam_policy_document`, read during the apply because not all in them is
//! known. Source: AWS provider 5.100.0, data source `aws_iam_policy_document`.

use std::sync::Arc;

use super::json;
use super::managed;
use super::statement::{Condition, Principal, Statement};
use super::term::Term;
use crate::attribute_path::AttributePath;
use crate::planned::Planned::{self, Absent, Known, Unknown};
use crate::resource::Resource;

const KIND: &str = "aws_iam_policy_document";
/// Documents that documents are made of.
const PARTS: [&str; 4] =
    ["source_json", "source_policy_documents", "override_json", "override_policy_documents"];
/// Terraform forbids circles; a plan that is made up may have one.
const MAX_DEPTH: usize = 8;

/// The statements of the documents that a value refers to, and why there may be more.
pub fn statements<'a>(place: &AttributePath<'a>) -> (Vec<Statement<'a>>, Vec<String>) {
    let mut reader = Reader::default();
    reader.documents(place, 0);
    (reader.statements, reader.incomplete)
}

#[derive(Default)]
struct Reader<'a> {
    statements: Vec<Statement<'a>>,
    incomplete: Vec<String>,
}

impl<'a> Reader<'a> {
    fn documents(&mut self, place: &AttributePath<'a>, depth: usize) {
        if depth == 0 && self.copy(place) {
            return;
        }
        let links = if depth == 0 { place.link(KIND) } else { place.links(KIND) };
        if links.links.is_empty() || depth > MAX_DEPTH {
            self.incomplete.push("its statements are known only after the apply".to_owned());
        }
        self.incomplete.extend(links.incomplete.iter().cloned());
        for document in links.resources().filter(|_| depth <= MAX_DEPTH) {
            self.document(document, depth);
        }
    }

    /// What a data source has read of a policy of AWS's, by whose ARN it is known; whether it is
    /// one.
    fn copy(&mut self, place: &AttributePath<'a>) -> bool {
        let source = place.link("aws_iam_policy").one().filter(|policy| policy.is_data());
        let arn = source.and_then(|source| managed::arn_at(&source.at("arn")));
        let document = arn.as_deref().and_then(managed::document);
        let read = document.and_then(|document| json::statements(document, place).ok());
        let is_read = read.is_some();
        let of = arn.unwrap_or_default();
        self.statements.extend(read.into_iter().flatten().map(|statement| Statement {
            label: format!("{} of {of}", statement.label),
            ..statement
        }));
        is_read
    }

    fn document(&mut self, document: Resource<'a>, depth: usize) {
        let whole = document.at("json");
        match whole.string() {
            // It includes the documents that it is made of.
            Known(text) => self.json(text, &whole, document),
            Absent | Unknown => {
                self.own(document);
                for part in PARTS {
                    self.part(&document.at(part), document, depth);
                }
            }
        }
    }

    fn json(&mut self, text: &str, place: &AttributePath<'a>, document: Resource<'a>) {
        let read = json::parsed(text).and_then(|policy| json::statements(&policy, place));
        match read {
            Ok(statements) => {
                self.statements.extend(statements.into_iter().map(|statement| Statement {
                    label: format!("{} of {}", statement.label, document.address()),
                    ..statement
                }))
            }
            Err(reason) => self.incomplete.push(format!("{}: {reason}", document.address())),
        }
    }

    fn own(&mut self, document: Resource<'a>) {
        let blocks = document.at("statement");
        if blocks.is_dynamic() {
            self.incomplete.push(format!(
                "the statements of {} are known only after the apply",
                document.address()
            ));
        }
        let statements = blocks.items().into_iter().enumerate();
        self.statements.extend(statements.map(|(index, block)| statement(index, &block, document)));
    }

    /// A text or list of texts, each a whole document.
    fn part(&mut self, place: &AttributePath<'a>, document: Resource<'a>, depth: usize) {
        let items = place.items();
        for item in if items.is_empty() { vec![place.clone()] } else { items } {
            match item.string() {
                Absent => {}
                Known(text) => self.json(text, &item, document),
                Unknown => return self.documents(place, depth + 1),
            }
        }
    }
}

fn statement<'a>(index: usize, block: &AttributePath<'a>, document: Resource<'a>) -> Statement<'a> {
    let name =
        block.at("sid").string().known().map_or_else(|| (index + 1).to_string(), str::to_owned);
    let label = format!("statement {name} of {}", document.address());
    let allows = block.at("effect").string().or("Allow").map(|effect| effect == "Allow");
    Statement {
        actions: terms(&block.at("actions")),
        not_actions: terms(&block.at("not_actions")),
        resources: terms(&block.at("resources")),
        not_resources: terms(&block.at("not_resources")),
        principals: principals(&block.at("principals")),
        not_principals: principals(&block.at("not_principals")),
        conditions: block.at("condition").items().iter().map(condition).collect(),
        has_open_conditions: block.at("condition").is_dynamic(),
        ..Statement::new(label, allows)
    }
}

/// The items of a list; one that is not known, where the whole list is not.
fn terms<'a>(list: &AttributePath<'a>) -> Vec<Term<'a>> {
    match list.value() {
        Unknown => vec![Term::new(None, &Arc::new(list.clone()))],
        Absent | Known(_) => list.items().iter().filter_map(term).collect(),
    }
}

fn term<'a>(place: &AttributePath<'a>) -> Option<Term<'a>> {
    match place.string() {
        Absent => None,
        // The data source writes policy variables so that Terraform does not take them for its own.
        Planned::Known(text) => {
            Some(Term::new(Some(&text.replace("&{", "${")), &Arc::new(place.clone())))
        }
        Unknown => Some(Term::new(None, &Arc::new(place.clone()))),
    }
}

fn principals<'a>(blocks: &AttributePath<'a>) -> Vec<Principal<'a>> {
    let of = |block: &AttributePath<'a>| {
        let kind = term(&block.at("type"));
        terms(&block.at("identifiers"))
            .into_iter()
            .filter_map(move |id| Some(Principal { kind: kind.clone()?, id }))
    };
    if blocks.is_dynamic() {
        let unknown = || Term::new(None, &Arc::new(blocks.clone()));
        return vec![Principal { kind: unknown(), id: unknown() }];
    }
    blocks.items().iter().flat_map(of).collect()
}

fn condition<'a>(block: &AttributePath<'a>) -> Condition<'a> {
    let one = |name: &str| Term::new(block.at(name).string().known(), &Arc::new(block.at(name)));
    Condition { operator: one("test"), key: one("variable"), values: terms(&block.at("values")) }
}
