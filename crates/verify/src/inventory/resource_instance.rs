//! [`ResourceInstance`]: one resource as the inventory stores it.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;

use crate::configured::Configured;
use terraform::plan::{Action, Key, Mode};

/// What the address of a data source begins with.
const DATA: &str = "data.";

/// One resource as stored; rules see it as a [`Resource`](crate::Resource).
#[derive(Debug, Clone)]
pub struct ResourceInstance {
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
    /// What it is now, where the apply changes or replaces it.
    pub(crate) before: Value,
    pub(crate) unknown: Value,
    pub(crate) sensitive: Value,
    /// What the configuration says of it, where that is at hand.
    pub(crate) configured: Option<Arc<Configured>>,
}

impl ResourceInstance {
    /// A resource without a key, of which nothing is known yet; its place is found once all
    /// resources are there.
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
            before: Value::Null,
            unknown: Value::Null,
            sensitive: Value::Null,
            configured: None,
        }
    }

    /// Its type, as `aws_subnet`. Of a type with two names it is the one that the provider's
    /// documentation uses.
    pub fn kind(&self) -> &str {
        let begin = if self.mode == Mode::Data { DATA.len() } else { 0 };
        canonical(&self.block[begin..self.kind_end])
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

/// The provider registers the types of load balancers under a second name, which its documentation
/// calls "identical functionality".
/// Source: AWS provider 5.100.0, `aws_lb`: "`aws_alb` is known as `aws_lb`. The functionality is
/// identical."
fn canonical(kind: &str) -> &str {
    if !kind.starts_with("aws_alb") {
        return kind;
    }
    match kind {
        "aws_alb" => "aws_lb",
        "aws_alb_listener" => "aws_lb_listener",
        "aws_alb_listener_certificate" => "aws_lb_listener_certificate",
        "aws_alb_listener_rule" => "aws_lb_listener_rule",
        "aws_alb_target_group" => "aws_lb_target_group",
        "aws_alb_target_group_attachment" => "aws_lb_target_group_attachment",
        other => other,
    }
}

/// The address of a block within its module, as `aws_subnet.app` or `data.aws_region.current`.
pub fn block_address(mode: Mode, kind: &str, name: &str) -> String {
    let data = if mode == Mode::Data { DATA } else { "" };
    [data, kind, ".", name].concat()
}
