//! [`Cause`]: why a value is unknown.

use std::fmt;
use std::sync::Arc;

/// One reason for which a value is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cause {
    /// An attribute that the provider gives when it creates the resource.
    Attribute {
        /// The address of the resource's instance: `module.a.aws_x.y[0]`.
        resource: Arc<str>,
        /// The attribute and what is taken of it: `arn`, `master_user_secret[0].arn`; empty for
        /// the whole resource.
        path: Arc<str>,
    },
    /// What a data source reads.
    Data {
        /// The address of the data source's instance: `data.aws_x.y`.
        resource: Arc<str>,
        /// The attribute and what is taken of it; empty for the whole data source.
        path: Arc<str>,
    },
    /// An input variable without a value, by its address: `var.name`.
    Variable(Arc<str>),
    /// A module whose source is not available, by its address.
    Module(Arc<str>),
    /// A function that answers differently each time (`timestamp`), or that only a provider or Go's
    /// own code can answer.
    Function(Arc<str>),
    /// A file that is not there, by its path; only where configurations are compared, elsewhere it
    /// is an error.
    MissingFile(Arc<str>),
    /// A `null` without a type where Terraform cannot say what it stands for.
    UntypedNull,
    /// Anything else, in words.
    Other(Arc<str>),
}

impl Cause {
    /// The attribute `path` of a resource.
    pub fn attribute(resource: &str, path: &str) -> Self {
        Cause::Attribute { resource: resource.into(), path: path.into() }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::Attribute { resource, path } | Cause::Data { resource, path }
                if path.is_empty() =>
            {
                f.write_str(resource)
            }
            Cause::Attribute { resource, path } | Cause::Data { resource, path } => {
                write!(f, "{resource}.{path}")
            }
            Cause::Variable(address) | Cause::Module(address) => f.write_str(address),
            Cause::Function(name) => write!(f, "{name}()"),
            Cause::MissingFile(path) => write!(f, "the file {path}, which is not there"),
            Cause::UntypedNull => f.write_str("a null without a type"),
            Cause::Other(words) => f.write_str(words),
        }
    }
}

/// The reasons for which a value is unknown, each once. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Causes(Option<Arc<Vec<Cause>>>);

impl Causes {
    /// One reason.
    pub fn one(cause: Cause) -> Self {
        Causes(Some(Arc::new(vec![cause])))
    }

    /// All of them, in the order in which they were met.
    pub fn iter(&self) -> impl Iterator<Item = &Cause> {
        self.0.iter().flat_map(|causes| causes.iter())
    }

    /// No reason: nothing is unknown.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The reasons for which what `step` (`.name`, `[0]`) leads to in the unknown value is unknown:
    /// of an attribute, the attribute in it.
    #[must_use]
    pub fn within(&self, step: &str) -> Causes {
        let longer = |path: &str| {
            let step = if path.is_empty() { step.strip_prefix('.').unwrap_or(step) } else { step };
            Arc::from(format!("{path}{step}"))
        };
        match self.0.as_deref().map(Vec::as_slice) {
            Some([Cause::Attribute { resource, path }]) => {
                Causes::one(Cause::Attribute { resource: resource.clone(), path: longer(path) })
            }
            Some([Cause::Data { resource, path }]) => {
                Causes::one(Cause::Data { resource: resource.clone(), path: longer(path) })
            }
            _ => self.clone(),
        }
    }

    /// Adds those of `other`.
    pub fn extend(&mut self, other: &Causes) {
        let Some(theirs) = &other.0 else { return };
        match &mut self.0 {
            None => self.0 = Some(theirs.clone()),
            Some(ours) if Arc::ptr_eq(ours, theirs) => {}
            Some(ours) => {
                let new: Vec<Cause> =
                    theirs.iter().filter(|cause| !ours.contains(cause)).cloned().collect();
                if !new.is_empty() {
                    Arc::make_mut(ours).extend(new);
                }
            }
        }
    }
}

impl FromIterator<Cause> for Causes {
    fn from_iter<I: IntoIterator<Item = Cause>>(causes: I) -> Self {
        let mut all = Causes::default();
        for cause in causes {
            all.extend(&Causes::one(cause));
        }
        all
    }
}
