//! The resource whose id, ARN or name a text is.

use std::collections::HashMap;

use super::Inventory;
use crate::link::Link;
use crate::planned::Planned::Known;
use crate::resource::Resource;

impl Inventory {
    /// The resource whose id or ARN a value is.
    pub(crate) fn named<'a>(
        &'a self,
        text: &str,
        wanted: impl Fn(Resource<'a>) -> bool,
    ) -> Option<Link<'a>> {
        let resource = self.first(&self.identities, text, wanted)?;
        let is_arn = resource.at("arn").string() == Known(text);
        Some(Link { resource, attribute: if is_arn { "arn" } else { "id" }.to_owned() })
    }

    /// The resource whose id, ARN or name a text is.
    pub(crate) fn named_or_called<'a>(&'a self, text: &str) -> Option<Link<'a>> {
        self.named(text, |_| true).or_else(|| self.called(text, |resource| !resource.is_data()))
    }

    /// The resource whose name a value is.
    pub(crate) fn called<'a>(
        &'a self,
        text: &str,
        wanted: impl Fn(Resource<'a>) -> bool,
    ) -> Option<Link<'a>> {
        let resource = self.first(&self.names, text, wanted)?;
        Some(Link { resource, attribute: "name".to_owned() })
    }

    fn first<'a>(
        &'a self,
        index: &HashMap<String, Vec<usize>>,
        text: &str,
        wanted: impl Fn(Resource<'a>) -> bool,
    ) -> Option<Resource<'a>> {
        let places = index.get(text).map(Vec::as_slice).unwrap_or_default();
        places.iter().map(|place| self.resource(*place)).find(|resource| wanted(*resource))
    }
}
