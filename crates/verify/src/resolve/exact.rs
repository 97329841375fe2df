//! What an expression refers to, by its value where the configuration is at hand, and otherwise by the references in the plan.

use hcl::Expression;

use super::assumption::Assumption;
use super::marker::{Marked, marked};
use super::{Found, Resolver};
use crate::links::Link;
use crate::resource::Resource;

impl<'a> Resolver<'a> {
    /// The wanted resources in the value of a written expression. Where it has none, or cannot be evaluated, those that the plan
    /// lists, of which it is then not certain which are meant.
    pub fn exact(&self, written: &Expression, listed: Found<'a>, wanted: impl Fn(Resource<'a>) -> bool) -> Found<'a> {
        let marked = match self.evaluate(written) {
            Ok(value) => marked(&value),
            Err(why) => return listed.doubted(&why),
        };
        let links = self.links(&marked, wanted);
        if links.is_empty() {
            return listed.doubted("its value names none of them");
        }
        let found = Found { links, ..Found::default() };
        if marked.is_by_order {
            found.doubted_at_all("it is chosen by an order that is known only after the apply")
        } else {
            found
        }
    }

    fn links(&self, marked: &Marked, wanted: impl Fn(Resource<'a>) -> bool) -> Vec<Link<'a>> {
        let within = marked.links.iter().filter(|(place, _)| *place < self.inventory.entries.len());
        let all = within
            .map(|(place, attribute)| Link { resource: self.inventory.resource(*place), attribute: attribute.clone() });
        all.filter(|link| wanted(link.resource)).collect()
    }
}

impl<'a> Found<'a> {
    /// With doubt, where there are several.
    fn doubted(mut self, why: &str) -> Self {
        let all = Assumption::because(&self.links, why);
        self.assumed = self.assumed.or(all.filter(|all| all.among.len() > 1));
        self
    }

    fn doubted_at_all(mut self, why: &str) -> Self {
        self.assumed = Assumption::because(&self.links, why);
        self
    }
}
