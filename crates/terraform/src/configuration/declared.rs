//! [`Module`]: what a folder declares, by name.

use std::path::PathBuf;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::constraint::Constraint;
use crate::expr::Expr;
use crate::read::{Attribute, Block, Body};
use crate::source::Span;
use crate::value::Value;

/// A module: the declarations of one folder.
#[derive(Debug, Default)]
pub struct Module {
    /// The folder, relative to that of the root module, as Terraform shows it in `path.module`;
    /// empty for the root.
    pub folder: PathBuf,
    /// Input variables.
    pub variables: IndexMap<Arc<str>, Variable>,
    /// Local values.
    pub locals: IndexMap<Arc<str>, Attribute>,
    /// Output values.
    pub outputs: IndexMap<Arc<str>, Output>,
    /// Resources and data sources.
    pub resources: IndexMap<ResourceName, Resource>,
    /// Calls of other modules.
    pub calls: IndexMap<Arc<str>, ModuleCall>,
    /// Configurations of providers.
    pub providers: Vec<Provider>,
    /// Checks.
    pub checks: Vec<Check>,
    /// The `terraform` blocks.
    pub settings: Vec<Block>,
}

/// Who manages an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// A resource: Terraform creates it.
    Managed,
    /// A data source: Terraform reads it.
    Data,
    /// An ephemeral resource: Terraform opens it for a while, and keeps nothing.
    Ephemeral,
}

/// What a resource is called in its module: `aws_vpc.main`, `data.aws_ami.base`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceName {
    /// Managed by Terraform, or a data source.
    pub mode: Mode,
    /// The type: `aws_vpc`.
    pub kind: Arc<str>,
    /// The name: `main`.
    pub name: Arc<str>,
}

impl std::fmt::Display for ResourceName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mode = match self.mode {
            Mode::Managed => "",
            Mode::Data => "data.",
            Mode::Ephemeral => "ephemeral.",
        };
        write!(out, "{mode}{}.{}", self.kind, self.name)
    }
}

/// An input variable.
#[derive(Debug)]
pub struct Variable {
    /// The type, and the defaults in it.
    pub constraint: Constraint,
    /// The default, converted.
    pub default: Option<Value>,
    /// Whether it may be null; if not, null stands for the default.
    pub nullable: bool,
    /// Whether its value is sensitive.
    pub sensitive: bool,
    /// Whether its value is ephemeral: kept in no plan and no state.
    pub ephemeral: bool,
    /// What its values must fulfil.
    pub validations: Vec<Condition>,
    /// Whether its type is a string, a number or a bool, or not written: then `--var` gives its
    /// text, else an expression.
    pub literal: bool,
    /// The place in its file.
    pub span: Span,
}

/// A condition, and its error message.
#[derive(Debug)]
pub struct Condition {
    /// What must be true.
    pub condition: Expr,
    /// The error message.
    pub message: Expr,
    /// The place in its file.
    pub span: Span,
}

/// An output value.
#[derive(Debug)]
pub struct Output {
    /// Its value.
    pub value: Expr,
    /// Whether it is sensitive.
    pub sensitive: bool,
    /// Whether it is ephemeral: kept in no state.
    pub ephemeral: bool,
    /// What it waits for.
    pub depends_on: Vec<Expr>,
    /// What must be true.
    pub preconditions: Vec<Condition>,
    /// The place in its file.
    pub span: Span,
}

/// How many instances there are.
#[derive(Debug, Default)]
pub enum Repeat {
    /// One, without a key.
    #[default]
    Once,
    /// As many as a number says.
    Count(Expr),
    /// One for each element of a map, an object or a set of strings.
    ForEach(Expr),
}

impl Repeat {
    /// The expression.
    pub fn expr(&self) -> Option<&Expr> {
        match self {
            Repeat::Once => None,
            Repeat::Count(expr) | Repeat::ForEach(expr) => Some(expr),
        }
    }
}

/// A resource or a data source.
#[derive(Debug)]
pub struct Resource {
    /// Its name.
    pub name: ResourceName,
    /// How many instances it has.
    pub repeat: Repeat,
    /// Which configuration of which provider it has, if that is written.
    pub provider: Option<ProviderName>,
    /// What it waits for.
    pub depends_on: Vec<Expr>,
    /// The arguments of `lifecycle`.
    pub lifecycle: Vec<Attribute>,
    /// What must be true before it is made.
    pub preconditions: Vec<Condition>,
    /// What must be true afterwards.
    pub postconditions: Vec<Condition>,
    /// The content of `connection` and `provisioner` blocks.
    pub provisioners: Vec<Body>,
    /// All other arguments and blocks: those that the provider gets.
    pub body: Body,
    /// Where its head is.
    pub span: Span,
}

impl Resource {
    /// The provider configuration that it uses: the one that is written, or the default one of the
    /// provider that its type begins with.
    pub(crate) fn provider_name(&self) -> ProviderName {
        self.provider.clone().unwrap_or_else(|| {
            let kind = &*self.name.kind;
            ProviderName {
                name: kind.split_once('_').map_or(kind, |(provider, _)| provider).into(),
                alias: None,
            }
        })
    }
}

/// `aws`, or `aws.west`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ProviderName {
    /// The name of the provider in the module.
    pub name: Arc<str>,
    /// Which of its configurations, unless it is the default one.
    pub alias: Option<Arc<str>>,
}

impl std::fmt::Display for ProviderName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.alias {
            Some(alias) => write!(out, "{}.{alias}", self.name),
            None => out.write_str(&self.name),
        }
    }
}

/// A configuration of a provider.
#[derive(Debug)]
pub struct Provider {
    /// Its name.
    pub name: ProviderName,
    /// Whether there is one for each of several, as OpenTofu has them.
    pub repeated: bool,
    /// Its arguments.
    pub body: Body,
    /// The place in its file.
    pub span: Span,
}

/// A call of a module.
#[derive(Debug)]
pub struct ModuleCall {
    /// Where the module is.
    pub source: Arc<str>,
    /// How often it is called.
    pub repeat: Repeat,
    /// The configurations of providers that it is given: its name for each, and the caller's.
    pub providers: Vec<(ProviderName, ProviderName)>,
    /// What it waits for.
    pub depends_on: Vec<Expr>,
    /// The values of its variables.
    pub arguments: Vec<Attribute>,
    /// The place in its file.
    pub span: Span,
    /// Where its source is written.
    pub source_span: Span,
}

/// A check: if it fails, Terraform warns.
#[derive(Debug)]
pub struct Check {
    /// Its name.
    pub name: Arc<str>,
    /// What must be true.
    pub asserts: Vec<Condition>,
    /// The place in its file.
    pub span: Span,
}
