//! [`Candidates`]: the resources that an expression may refer to.

use std::collections::HashSet;

use crate::link::Link;
use crate::reference::Step;
use crate::resource::Resource;
use terraform::plan::Key;

use super::assumption::{Assumption, addresses};

/// More than any list of a stack. Repetitions in shorter ones stay, since an index counts them.
const MANY: usize = 4096;

/// What an expression refers to, before it is decided which of several instances is meant.
#[derive(Debug, Clone, Default)]
pub struct Candidates<'a> {
    pub links: Vec<Link<'a>>,
    pub incomplete: Vec<String>,
    /// Set if one of several instances was chosen in a way that a plan does not show.
    pub ambiguous: Option<Assumption<'a>>,
    /// Whether these are all instances of a block, but a filter that a plan does not show may have
    /// removed some.
    pub may_be_filtered: bool,
    /// Whether an index chose one from a list whose order and completeness a plan does not show.
    pub is_picked: bool,
    /// Whether the expression uses something that is neither a resource nor a key, and so may be an
    /// index: `var.next[each.key]`.
    pub(super) is_computed: bool,
    /// Whether an instance is named by a key that is written out.
    pub(super) is_keyed: bool,
    /// The keys that `count.index`, `each.key` and `each.value` have where the expression uses
    /// them, innermost first.
    pub(super) keys: Vec<Key>,
}

impl<'a> Candidates<'a> {
    /// No candidates, and why there may be some after all.
    pub(super) fn incomplete(why: String) -> Self {
        Self { incomplete: vec![why], ..Self::default() }
    }

    pub(super) fn append(&mut self, mut other: Self) {
        self.links.append(&mut other.links);
        self.incomplete.append(&mut other.incomplete);
        self.keys.append(&mut other.keys);
        self.ambiguous = self.ambiguous.take().or(other.ambiguous);
        self.may_be_filtered |= other.may_be_filtered;
        self.is_picked |= other.is_picked;
        self.is_computed |= other.is_computed;
        self.is_keyed |= other.is_keyed;
    }

    /// Removes repetitions, so that no list has more entries than the plan has resources.
    pub fn without_repetitions(mut self) -> Self {
        if self.links.len() > MANY {
            let mut seen = HashSet::new();
            self.links.retain(|link| seen.insert((link.resource, link.attribute.clone())));
        }
        let mut seen = HashSet::new();
        self.incomplete.retain(|why| seen.insert(why.clone()));
        let mut seen = HashSet::new();
        self.keys.retain(|key| seen.insert(key.clone()));
        self
    }

    /// If nothing was found, notes that the value may be an index.
    pub(super) fn or_index(mut self) -> Self {
        self.is_computed |= self.links.is_empty() && self.keys.is_empty();
        self
    }

    /// Keeps the resources that are wanted. What is not certain stays so, since it may be one of
    /// them; a resource that is not wanted may be an index.
    pub fn filter(mut self, wanted: impl Fn(Resource<'a>) -> bool) -> Self {
        let count = self.links.len();
        self.links.retain(|link| wanted(link.resource));
        self.is_computed |= self.links.len() < count;
        self
    }

    /// The element that an index after a variable or output names.
    pub(super) fn select(mut self, path: &[Step]) -> Self {
        match path.first() {
            Some(Step::Key(Key::Index(index))) if self.links.len() > 1 => {
                let chosen =
                    usize::try_from(*index).ok().and_then(|index| self.links.get(index).cloned());
                self.links = chosen.into_iter().collect();
                (self.may_be_filtered, self.is_picked) = (false, true);
            }
            Some(Step::Key(key @ Key::Name(_))) => self.choose(key),
            _ => {}
        }
        self
    }

    /// Keeps the instances of a key, if there are any; otherwise the key means something else.
    fn choose(&mut self, key: &Key) {
        let all = self.links.len();
        // `count.index` can be part of arithmetic, so a number is never certain. A name is certain
        // unless the expression uses something else that may be part of it.
        let is_certain = matches!(key, Key::Name(_)) && !self.is_computed;
        let of_key = |link: &Link| link.resource.key() == Some(key);
        let is_there = self.links.iter().any(of_key);
        if all > 1 && !is_certain && (is_there || matches!(key, Key::Index(_))) {
            self.assume();
        }
        if is_there {
            self.links.retain(of_key);
            (self.may_be_filtered, self.is_picked) = (false, true);
        }
    }

    fn assume(&mut self) {
        if self.ambiguous.is_none() {
            self.ambiguous = Assumption::of_index(&self.links);
        }
    }

    /// Of a list: where the expression uses the key of its own instance, the instances of that key.
    pub fn pick_same_key(mut self) -> Self {
        for key in std::mem::take(&mut self.keys) {
            self.choose(&key);
        }
        self
    }

    /// Of a single value: the instance of the same key, or for `count` the one at the same place of
    /// a list.
    pub fn pick_one(mut self) -> Self {
        let keys = self.keys.clone();
        self = self.pick_same_key();
        if let (true, Some(Key::Index(index))) =
            (self.links.len() > 1, keys.iter().find(|key| matches!(key, Key::Index(_))))
        {
            // `element(list, count.index)` begins again at the list's end.
            let place = usize::try_from(*index).unwrap_or(0) % self.links.len();
            self.links = vec![self.links.swap_remove(place)];
        }
        if self.links.len() > 1 {
            self.incomplete.push(format!(
                "it is one of {}, and a plan does not show which",
                addresses(&self.links)
            ));
        }
        self
    }

    /// Only the instances that `each` goes through here, by its key.
    pub(super) fn of_each(mut self, key: Option<&Key>) -> Self {
        let all = std::mem::take(&mut self.links);
        let of_key = |link: &&Link| key.is_some() && link.resource.key() == key;
        self.links = all.iter().filter(of_key).cloned().collect();
        // A key that is written out may stand for another: `{ a = aws_subnet.x["b"] }`.
        if (self.is_computed || self.is_keyed) && self.ambiguous.is_none() && !self.links.is_empty()
        {
            self.ambiguous = Assumption::of_index(&all);
        }
        Self { is_computed: false, is_keyed: false, ..self }
    }
}
