//! [`Request`]: one call, with what AWS knows of it when it decides.

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
    pub context: Context,
}

/// Who makes a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller<'a> {
    /// A role of the plan.
    Role(Resource<'a>),
    /// A service by itself, as `sns.amazonaws.com`.
    Service(&'static str),
}

/// What a call is made on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target<'a> {
    /// An action without resource-level permissions: only a statement on `*` allows it.
    Anything,
    /// Some resource of the account that the plan does not name: any statement with the action may be meant for it.
    Something,
    /// A resource of the plan, or what is within it as the objects of a bucket.
    Resource(Resource<'a>),
    /// An ARN; `*` for a partition, region or account that the plan does not tell.
    Arn(String),
}

/// What AWS knows of a call beside action and resource.
#[derive(Debug, Clone, Default)]
pub struct Context {
    keys: Vec<(&'static str, Given)>,
}

/// What a key of a condition has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// These values.
    Values(Vec<String>),
    /// A value of the account and the stack itself, as its account id: a condition on it is taken to be met.
    Own,
    /// The ARN of something of one of these services.
    ArnOf(&'static [&'static str]),
    /// The name of this service in the region of the stack, as `sqs.eu-west-1.amazonaws.com`.
    RegionalName(&'static str),
    /// The call does not have it.
    Nothing,
    /// A header that the caller may leave out, as that of an encryption which the bucket does anyway.
    Optional,
    /// Something that a plan does not tell.
    Something,
}

impl Context {
    /// With a key.
    pub fn with(mut self, key: &'static str, given: Given) -> Self {
        self.keys.push((key, given));
        self
    }

    /// What a key has. Keys are not case-sensitive. Source: IAM User Guide, "AWS global condition context keys".
    pub fn get(&self, key: &str) -> Given {
        if let Some((_, given)) = self.keys.iter().find(|(known, _)| key.eq_ignore_ascii_case(known)) {
            return given.clone();
        }
        match key.to_ascii_lowercase().as_str() {
            // SDKs and services call AWS by TLS.
            "aws:securetransport" => Given::Values(vec!["true".to_owned()]),
            "aws:viaawsservice" | "aws:principalisawsservice" => Given::Values(vec!["false".to_owned()]),
            // Only a service that acts for another has these.
            "aws:sourcearn"
            | "aws:sourceaccount"
            | "aws:sourceowner"
            | "kms:viaservice"
            | "lambda:sourcefunctionarn"
            | "aws:multifactorauthpresent" => Given::Nothing,
            // Headers of a request are the program's matter, which can send what a policy asks for.
            key if key.starts_with("s3:x-amz-") => Given::Own,
            key if key.starts_with("s3:x-amz-") => Given::Optional,
            _ => Given::Something,
        }
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
