//! [`Sender`]: a service that acts by itself, and what it brings along for conditions to be held
//! against.

use super::given::Given;
use super::request::{Caller, Context, Request, Target};
use crate::resource::Resource;

/// A service that sends to topics and queues, or uses keys, by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sender {
    /// As `cloudwatch.amazonaws.com`.
    pub principal: &'static str,
    /// The services in whose ARNs `aws:SourceArn` is, as `cloudwatch` in `arn:aws:cloudwatch:…`.
    /// With none, it sends neither that nor `aws:SourceAccount`.
    source: &'static [&'static str],
    /// The services in whose ARNs it may be, where AWS's documents differ on whether a topic is
    /// sent it. Keys are not.
    disputed: &'static [&'static str],
}

/// CloudWatch alarms. Source: CloudWatch User Guide, "Notifying users on alarm changes".
pub const CLOUDWATCH: Sender =
    Sender { principal: "cloudwatch.amazonaws.com", source: &["cloudwatch"], disputed: &[] };
/// EventBridge, to topics and their keys. EventBridge User Guide, "Using resource-based policies",
/// of topics: "You can't use `Condition` blocks in Amazon SNS topic policies for EventBridge". But
/// AWS's own pattern has a condition on `aws:SourceArn` there: Serverless Land, "Amazon EventBridge
/// to Amazon SNS", <https://serverlessland.com/patterns/eventbridge-sns-terraform>. SNS Developer
/// Guide, "Key management", of their keys: `aws:SourceAccount` and `aws:SourceArn` are "not
/// supported for EventBridge-to-encrypted topics".
pub const EVENTBRIDGE: Sender =
    Sender { principal: "events.amazonaws.com", source: &[], disputed: &["events"] };
/// Event subscriptions of RDS. Source: RDS User Guide, "Granting permissions to publish
/// notifications to an SNS topic".
pub const RDS_EVENTS: Sender =
    Sender { principal: "events.rds.amazonaws.com", source: &["rds"], disputed: &[] };
/// What topics pass on to queues. Source: SNS Developer Guide, "Fanout to Amazon SQS queues".
pub const SNS: Sender = Sender { principal: "sns.amazonaws.com", source: &["sns"], disputed: &[] };
/// CloudWatch Logs, to the keys of log groups. Source: CloudWatch Logs User Guide, "Encrypt log
/// data in CloudWatch Logs using AWS Key Management Service".
pub const LOGS: Sender =
    Sender { principal: "logs.amazonaws.com", source: &["logs"], disputed: &[] };

impl Sender {
    /// The sender as a caller.
    pub fn caller<'a>(self) -> Caller<'a> {
        Caller::Service(self.principal)
    }

    /// What a call of it has, on behalf of something of the plan where that is one thing.
    pub fn context<'a>(self, action: &str, source: Option<Resource<'a>>) -> Context<'a> {
        let context = Context::default();
        if !self.disputed.is_empty() && !action.starts_with("kms:") {
            return context.with("aws:SourceArn", Given::Disputed(self.disputed));
        }
        if self.source.is_empty() {
            return context;
        }
        let arn = source.map_or(Given::ArnOf(self.source), Given::Resource);
        context
            .with("aws:SourceArn", arn)
            .with("aws:SourceAccount", Given::Own)
            .with("aws:SourceOwner", Given::Own)
    }

    /// A call of it on a resource.
    pub fn request<'r, 'a>(
        self,
        action: &'r str,
        on: Resource<'a>,
        source: Option<Resource<'a>>,
    ) -> Request<'r, 'a> {
        Request {
            action,
            on: Target::Resource(on),
            context: self.context(action, source),
            through: Vec::new(),
        }
    }
}
