//! [`Given`]: what a call has for a key of a condition.

use crate::resource::Resource;

/// What a call has for a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given<'a> {
    /// These values.
    Values(Vec<String>),
    /// A value of the account and the stack itself, as its account id: a condition on it is taken
    /// to be met.
    Own,
    /// The ARN of a resource of the plan, or its id.
    Resource(Resource<'a>),
    /// An ARN; `*` for a partition, region or account that the plan does not show.
    Arn(String),
    /// The ARN of something of one of these services.
    ArnOf(&'static [&'static str]),
    /// The ARN of something of one of these services, or nothing: AWS's documents differ.
    Disputed(&'static [&'static str]),
    /// The name of this service in the region of the stack, as `sqs.eu-west-1.amazonaws.com`.
    RegionalName(&'static str),
    /// A header of the request, which is the program's matter: it can send what a policy asks for,
    /// and leave out what one denies.
    Chosen,
    /// The call does not have it.
    Nothing,
    /// Something that a plan does not show.
    Something,
}
