//! [`Entry`]: one resource as the inventory stores it.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;

use crate::plan::{Action, Key, Mode};

/// What the address of a data source begins with.
const DATA: &str = "data.";

/// One resource as stored; rules see it as a [`Resource`](crate::Resource).
#[derive(Debug)]
pub struct Entry {
    pub(crate) place: usize,
    pub(crate) address: String,
    /// The address of its module instance, of which all resources have the same copy.
    pub(crate) module: Arc<str>,
    /// Within its module, without its key: `aws_subnet.app`.
    pub(crate) block: String,
    /// Its block in the configuration: the module and the place within it.
    pub(crate) written: Option<(usize, usize)>,
    pub(crate) mode: Mode,
    /// Where in `block` the type ends; after it comes the name.
    pub(crate) kind_end: usize,
    pub(crate) key: Option<Key>,
    pub(crate) actions: Cow<'static, [Action]>,
    pub(crate) values: Value,
    pub(crate) unknown: Value,
    pub(crate) sensitive: Value,
}

impl Entry {
    /// A resource without a key, of which nothing is known yet; its place is found once all resources are there.
    pub fn new(module: Arc<str>, address: String, mode: Mode, kind: &str, name: &str) -> Self {
        let block = block_address(mode, kind, name);
        Self {
            place: 0,
            address,
            module,
            kind_end: block.len() - name.len() - 1,
            block,
            written: None,
            mode,
            key: None,
            actions: Cow::Borrowed(&[]),
            values: Value::Null,
            unknown: Value::Null,
            sensitive: Value::Null,
        }
    }

    /// Its type, as `aws_subnet`.
    pub fn kind(&self) -> &str {
        let begin = if self.mode == Mode::Data { DATA.len() } else { 0 };
        &self.block[begin..self.kind_end]
    }

    /// Its name in the configuration, as `app`.
    pub fn name(&self) -> &str {
        &self.block[self.kind_end + 1..]
    }

    /// By what the resources of an inventory are ordered.
    pub fn order(&self) -> (&str, &str, Option<&Key>) {
        (&self.module, &self.block, self.key.as_ref())
    }
}

/// The address of a block within its module, as `aws_subnet.app` or `data.aws_region.current`.
pub fn block_address(mode: Mode, kind: &str, name: &str) -> String {
    let data = if mode == Mode::Data { DATA } else { "" };
    [data, kind, ".", name].concat()
}
