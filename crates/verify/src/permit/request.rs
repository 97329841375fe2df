//! [`Request`]: one call, with what AWS knows of it when it decides.

use super::given::Given;
use crate::key::KeyOf;
use crate::resource::Resource;

/// One call of one action.
#[derive(Debug, Clone)]
pub struct Request<'r, 'a> {
    /// As `s3:PutObject`.
    pub action: &'r str,
    /// What it is made on.
    pub on: Target<'a>,
    /// What conditions are held against.
    pub context: Context<'a>,
    /// The VPC endpoints through which it leaves the caller's network, each with a policy that has
    /// to let it through.
    pub through: Vec<Resource<'a>>,
}

/// Who makes a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller<'a> {
    /// A role of the plan.
    Role(Resource<'a>),
    /// A service by itself, as `sns.amazonaws.com`.
    Service(&'static str),
    /// An account of AWS itself, by its id where that is documented: one that delivers as services
    /// did before service principals, or one that signed a URL that somebody else calls.
    Account(&'static str),
    /// The service-linked role of a service, such as `autoscaling.amazonaws.com`. AWS writes its
    /// permissions, which include no key of a customer. Source: IAM User Guide, "Service-linked
    /// roles".
    ServiceLinked(&'static str),
}

/// What a call is made on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target<'a> {
    /// An action without resource-level permissions: only a statement on `*` allows it.
    Anything,
    /// Some resource of the account that the plan does not name: any statement with the action may
    /// be meant for it.
    Something,
    /// A resource of the plan, or what is within it as the objects of a bucket.
    Resource(Resource<'a>),
    /// An ARN; `*` for a partition, region or account that the plan does not show.
    Arn(String),
}

/// What AWS knows of a call beside action and resource.
#[derive(Debug, Clone, Default)]
pub struct Context<'a> {
    keys: Vec<(&'static str, Given<'a>)>,
}

impl<'a> Context<'a> {
    /// Adds a key.
    #[must_use]
    pub fn with(mut self, key: &'static str, given: Given<'a>) -> Self {
        self.keys.push((key, given));
        self
    }

    pub(super) fn get(&self, key: &str) -> Option<Given<'a>> {
        let found = self.keys.iter().find(|(known, _)| key.eq_ignore_ascii_case(known));
        found.map(|(_, given)| given.clone())
    }
}

impl<'a> Target<'a> {
    /// A key of the plan, where an argument names one.
    pub fn key(key: KeyOf<'a>) -> Option<Self> {
        match key {
            KeyOf::Own(key) => Some(Self::Resource(key)),
            KeyOf::None | KeyOf::Aws(_) | KeyOf::Elsewhere(_) => None,
        }
    }

    /// What it is called, for a person.
    pub fn name(&self) -> String {
        match self {
            Self::Anything => "*".to_owned(),
            Self::Something => "its resource".to_owned(),
            Self::Resource(resource) => resource.address().to_owned(),
            Self::Arn(arn) => arn.clone(),
        }
    }
}

/// The function itself, of a function or an alias of one.
///
/// # Errors
/// Why it is not certain which that is.
pub fn function_of(named: Resource<'_>) -> Result<Resource<'_>, String> {
    if named.kind() != "aws_lambda_alias" {
        return Ok(named);
    }
    let links = named.at("function_name").link("aws_lambda_function");
    links.one().ok_or_else(|| links.reason())
}
