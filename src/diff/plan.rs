//! [`Plan`]: what applying the new stack would do where the old one is deployed.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use indexmap::IndexMap;

use super::delta::Delta;
use super::lifecycle::Trigger;
use super::normal::Schema;
use super::stack::{Resource, Stack};
use super::value::Reference;
use super::values::{is_of, without_keys};
use crate::schema::{Consequences, OfType};

/// What happens to a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It is new.
    Create,
    /// It is changed and stays.
    Update,
    /// It is destroyed, and then another is created.
    Replace,
    /// Another is created, and then it is destroyed.
    ReplaceCreateFirst,
    /// It is no longer declared.
    Destroy,
}

impl Action {
    /// Whether another resource takes its place.
    pub fn is_replacement(self) -> bool {
        matches!(self, Action::Replace | Action::ReplaceCreateFirst)
    }
}

/// What happens to one resource, and why.
#[derive(Debug, Clone)]
pub struct Change {
    /// Its type.
    pub kind: String,
    /// Its label.
    pub label: String,
    /// The action of the plan.
    pub action: Action,
    /// Its arguments, with those that do not change.
    pub arguments: IndexMap<String, Delta>,
    /// The paths that force its replacement.
    pub forced_by: BTreeSet<String>,
    /// The resources whose change replaces it, by `replace_triggered_by`.
    pub triggered_by: Vec<String>,
}

/// What changes between two stacks.
#[derive(Debug, Default)]
pub struct Plan {
    /// By address.
    pub changes: BTreeMap<String, Change>,
    /// The outputs of the root module, those that do not change left out.
    pub outputs: IndexMap<String, Delta>,
}

impl Plan {
    /// What has to happen for `old` to become `new`.
    ///
    /// What refers to a resource that is replaced changes with it, and may be replaced for that: so
    /// it is asked again until nothing more follows.
    ///
    /// # Errors
    /// When the tables inside this program cannot be read.
    pub fn between(old: &Stack, new: &Stack) -> Result<Self> {
        let context = || "the table of consequences inside this program cannot be read";
        let consequences = Consequences::committed().with_context(context)?.resources;
        refuse_uncertain(old, new)?;
        let comparison = Comparison {
            old,
            new,
            created_first: new.created_first(),
            consequences,
            schema: Schema::committed()?,
        };
        let mut plan = comparison.after(&Plan::default());
        loop {
            let next = comparison.after(&plan);
            if next.actions() == plan.actions() {
                return Ok(next);
            }
            plan = next;
        }
    }

    /// Whether there are no changes.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.outputs.is_empty()
    }

    /// How many resources are added, changed and destroyed; one that is replaced is added and
    /// destroyed.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |wanted: fn(Action) -> bool| {
            self.changes.values().filter(|change| wanted(change.action)).count()
        };
        (
            count(|action| action == Action::Create || action.is_replacement()),
            count(|action| action == Action::Update),
            count(|action| action == Action::Destroy || action.is_replacement()),
        )
    }

    fn actions(&self) -> BTreeMap<&str, Action> {
        self.changes.iter().map(|(address, change)| (address.as_str(), change.action)).collect()
    }
}

struct Comparison<'a> {
    old: &'a Stack,
    new: &'a Stack,
    /// What is replaced create-first.
    created_first: BTreeSet<String>,
    consequences: BTreeMap<String, OfType>,
    schema: Schema,
}

impl Comparison<'_> {
    /// The plan, if what `before` says happens.
    fn after(&self, before: &Plan) -> Plan {
        let unknown = |reference: &Reference| self.is_unknown(before, reference);
        let mut changes = BTreeMap::new();
        for (address, new) in &self.new.resources {
            let change = match self.old.resources.get(address) {
                Some(old) => self.change(address, (old, new), before, &unknown),
                None => Some(whole(new, Action::Create)),
            };
            changes.extend(change.map(|change| (address.clone(), change)));
        }
        let gone = self
            .old
            .resources
            .iter()
            .filter(|(address, _)| !self.new.resources.contains_key(*address));
        changes.extend(gone.map(|(address, old)| (address.clone(), whole(old, Action::Destroy))));
        let outputs = match Delta::entries(&self.old.outputs, &self.new.outputs, &unknown) {
            Delta::Entries(outputs) => {
                outputs.into_iter().filter(|(_, delta)| !delta.is_same()).collect()
            }
            _ => IndexMap::new(),
        };
        Plan { changes, outputs }
    }

    /// Whether the value of a reference is known only after the apply.
    fn is_unknown(&self, before: &Plan, reference: &Reference) -> bool {
        let Some(change) = before.changes.get(&reference.address) else { return false };
        if change.action != Action::Update || reference.path.is_empty() {
            return true;
        }
        let attribute = reference.path.split(['.', '[']).next().unwrap_or_default();
        let told_anew = self
            .consequences
            .get(&change.kind)
            .is_some_and(|of| of.known_after_update.contains(attribute));
        // Tags are set by calls of their own, of which nothing else follows.
        let mut others = change
            .arguments
            .iter()
            .filter(|(name, _)| !["tags", "tags_all"].contains(&name.as_str()));
        told_anew && others.any(|(_, delta)| !delta.is_same())
    }

    fn change(
        &self,
        address: &str,
        (old, new): (&Resource, &Resource),
        before: &Plan,
        unknown: &dyn Fn(&Reference) -> bool,
    ) -> Option<Change> {
        let arguments = match Delta::entries(&old.arguments, &new.arguments, unknown) {
            Delta::Entries(arguments) => self.effective(new, arguments),
            _ => IndexMap::new(),
        };
        let triggers = new
            .lifecycle
            .replace_triggered_by
            .iter()
            .filter(|trigger| self.is_pulled(before, trigger));
        let triggered_by: Vec<_> = triggers.map(Trigger::to_string).collect();
        if arguments.values().all(Delta::is_same) && triggered_by.is_empty() {
            return None;
        }
        let forced_by = self.forced_by(&new.kind, &arguments);
        let action = match (
            forced_by.is_empty() && triggered_by.is_empty(),
            self.created_first.contains(address),
        ) {
            (true, _) => Action::Update,
            (false, true) => Action::ReplaceCreateFirst,
            (false, false) => Action::Replace,
        };
        let (kind, label) = (new.kind.clone(), new.label.clone());
        Some(Change { kind, label, action, arguments, forced_by, triggered_by })
    }

    /// Whether what a trigger names changes.
    fn is_pulled(&self, before: &Plan, trigger: &Trigger) -> bool {
        let mut changes =
            before.changes.iter().filter(|(address, _)| is_of(address, &trigger.address));
        changes.any(|(address, change)| match &trigger.attribute {
            Some(path) if change.action == Action::Update => {
                let is_changed = change.arguments.get(path).is_some_and(|delta| !delta.is_same());
                is_changed
                    || self.is_unknown(
                        before,
                        &Reference { address: address.clone(), path: path.clone() },
                    )
            }
            _ => true,
        })
    }

    /// Removes the differences that an apply does not act on.
    fn effective(
        &self,
        new: &Resource,
        arguments: IndexMap<String, Delta>,
    ) -> IndexMap<String, Delta> {
        let ignored = &new.lifecycle.ignore_changes;
        let acted_on = |name: &String, delta: &Delta| {
            let is_ignored = ignored
                .iter()
                .any(|path| matches!(path.as_slice(), [one] if one == name || one == "all"));
            let is_kept =
                matches!(delta, Delta::Removed(_)) && self.schema.keeps_when_unset(&new.kind, name);
            !is_ignored && !is_kept
        };
        let acted_on = arguments.into_iter().filter(|(name, delta)| acted_on(name, delta));
        let rest = |(name, delta): (String, Delta)| {
            let mut paths =
                ignored.iter().filter(|path| path.len() > 1 && path.first() == Some(&name));
            let rest = paths.try_fold(delta, |delta, path| {
                if delta.is_same() { Some(delta) } else { delta.without(&path[1..]) }
            });
            rest.map(|rest| (name, rest))
        };
        acted_on.filter_map(rest).collect()
    }

    /// The changed paths at, above or below an argument that forces a replacement.
    fn forced_by(&self, kind: &str, arguments: &IndexMap<String, Delta>) -> BTreeSet<String> {
        let Some(of_type) = self.consequences.get(kind) else { return BTreeSet::new() };
        let changed = Delta::Entries(arguments.clone()).paths();
        let forces = |path: &String| {
            let is_within = |outer: &str, inner: &str| {
                inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'))
            };
            of_type
                .force_replacement
                .iter()
                .any(|one| one == path || is_within(one, path) || is_within(path, one))
        };
        changed.into_iter().map(|path| path.join(".")).filter(forces).collect()
    }
}

/// How many instances there are has to be known on both sides, or on none, to tell which of them
/// come and go.
fn refuse_uncertain(old: &Stack, new: &Stack) -> Result<()> {
    for (one, other) in [(old, new), (new, old)] {
        for address in one.resources.keys().filter(|address| is_uncertain(address)) {
            let block = without_keys(address);
            let differs = |found: &&String| *found != address && without_keys(found) == block;
            if let Some(found) = other.resources.keys().find(differs) {
                bail!(
                    "{block}: how many there are is known after apply in one stack, and not in \
                     the other, which has {found}; compare them with `terraform plan`"
                );
            }
        }
    }
    Ok(())
}

/// Whether an address stands for several instances, of which it is unknown how many there are.
fn is_uncertain(address: &str) -> bool {
    address.contains("[*]")
}

impl std::fmt::Display for Trigger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.address)?;
        self.attribute.iter().try_for_each(|attribute| write!(f, ".{attribute}"))
    }
}

/// A resource that comes or goes with all it has.
fn whole(resource: &Resource, action: Action) -> Change {
    let delta = if action == Action::Create { Delta::Added } else { Delta::Removed };
    let arguments = resource
        .arguments
        .iter()
        .map(|(name, value)| (name.clone(), delta(value.clone())))
        .collect();
    Change {
        kind: resource.kind.clone(),
        label: resource.label.clone(),
        action,
        arguments,
        forced_by: BTreeSet::new(),
        triggered_by: Vec::new(),
    }
}
