//! The logs that load balancers and S3 write into buckets, whose policies have to let them. Of a
//! bucket without a policy `aws-access-log-policy` says so.
//! Source: User Guide for Application Load Balancers, "Enable access logs for your Application Load
//! Balancer"; User Guide for Network Load Balancers, "Enable access logs for your Network Load
//! Balancer".

use super::{NeededCall, Subject, named};
use crate::access_logs::access_logs;
use crate::aws::network::region;
use crate::bucket::{BucketSettings, bucket_at};
use crate::inventory::Inventory;
use crate::permit::{Caller, Context, Given, Target};
use crate::planned::Planned::Known;

const APPLICATION: &str = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html";
const NETWORK: &str = "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html";

/// Accounts of Elastic Load Balancing, which write the logs of a region where the policy does not
/// name the service. Source: User Guide for Application Load Balancers, "Enable access logs",
/// legacy policy, as the data source `aws_elb_service_account` of AWS provider 5.100.0 has them.
const ACCOUNTS: [(&str, &str); 26] = [
    ("af-south-1", "098369216593"),
    ("ap-east-1", "754344448648"),
    ("ap-northeast-1", "582318560864"),
    ("ap-northeast-2", "600734575887"),
    ("ap-northeast-3", "383597477331"),
    ("ap-south-1", "718504428378"),
    ("ap-southeast-1", "114774131450"),
    ("ap-southeast-2", "783225319266"),
    ("ap-southeast-3", "589379963580"),
    ("ca-central-1", "985666609251"),
    ("cn-north-1", "638102146993"),
    ("cn-northwest-1", "037604701340"),
    ("eu-central-1", "054676820928"),
    ("eu-north-1", "897822967062"),
    ("eu-south-1", "635631232127"),
    ("eu-west-1", "156460612806"),
    ("eu-west-2", "652711504416"),
    ("eu-west-3", "009996457667"),
    ("me-south-1", "076674570225"),
    ("sa-east-1", "507241528517"),
    ("us-east-1", "127311923021"),
    ("us-east-2", "033677994240"),
    ("us-gov-east-1", "190560391635"),
    ("us-gov-west-1", "048591011584"),
    ("us-west-1", "027434742980"),
    ("us-west-2", "797873946194"),
];

const BUCKETS: &str =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    let policies = BucketSettings::of(inventory, "aws_s3_bucket_policy");
    of_balancers(inventory, &policies, calls);
    of_buckets(inventory, &policies, calls);
}

/// Server access logs. An ACL for the log delivery group does as well.
fn of_buckets<'a>(
    inventory: &'a Inventory,
    policies: &BucketSettings<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    let acls = BucketSettings::of(inventory, "aws_s3_bucket_acl");
    for logging in inventory.all("aws_s3_bucket_logging") {
        let place = logging.at("target_bucket");
        let Some(bucket) =
            bucket_at(&place).filter(|bucket| !policies.of_bucket(*bucket).is_empty())
        else {
            continue;
        };
        if !acls.of_bucket(bucket).is_empty() || bucket.at("acl").value().is_set() {
            continue;
        }
        let callers = Ok(vec![Caller::Service("logging.s3.amazonaws.com")]);
        let (actions, on) = (named(&["s3:PutObject"]), Target::Resource(bucket));
        calls.push(NeededCall {
            context: Context::default()
                .with("aws:SourceAccount", Given::Own)
                .with("aws:SourceArn", Given::ArnOf(&["s3"])),
            ..NeededCall::of(
                Subject::Delivery,
                &place,
                "writes its logs",
                callers,
                actions,
                on,
                BUCKETS,
            )
        });
    }
}

fn of_balancers<'a>(
    inventory: &'a Inventory,
    policies: &BucketSettings<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    let region = region(inventory);
    for (logs, bucket) in access_logs(inventory) {
        if policies.of_bucket(bucket).is_empty() && !bucket.at("policy").value().is_set() {
            continue;
        }
        let call = |purpose: &str, callers, action: &'static str, source| {
            let (actions, on) = (named(&[action]), Target::Resource(bucket));
            let arn: &[&str] =
                if source == NETWORK { &["logs"] } else { &["elasticloadbalancing"] };
            NeededCall {
                context: Context::default()
                    .with("aws:SourceAccount", Given::Own)
                    .with("aws:SourceArn", Given::ArnOf(arn)),
                ..NeededCall::of(
                    Subject::Delivery,
                    &logs,
                    purpose,
                    Ok(callers),
                    actions,
                    on,
                    source,
                )
            }
        };
        match logs.resource().at("load_balancer_type").string() {
            Known("network") => {
                let service = || vec![Caller::Service("delivery.logs.amazonaws.com")];
                calls.push(call("writes its logs", service(), "s3:PutObject", NETWORK));
                calls.push(call(
                    "looks at the ACL of the bucket of its logs",
                    service(),
                    "s3:GetBucketAcl",
                    NETWORK,
                ));
            }
            Known("gateway") => {}
            _ => {
                // Where the region is not known, the account of any: it was looked up for the one
                // that is meant.
                let accounts =
                    ACCOUNTS.iter().filter(|(of, _)| region.is_none_or(|region| region == *of));
                let accounts = accounts.map(|(_, account)| Caller::Account(account));
                let service = Caller::Service("logdelivery.elasticloadbalancing.amazonaws.com");
                let callers = std::iter::once(service).chain(accounts).collect();
                calls.push(call("writes its logs", callers, "s3:PutObject", APPLICATION));
            }
        }
    }
}
