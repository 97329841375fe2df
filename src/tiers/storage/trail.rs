//! Who read or wrote what is in the buckets, and who used a key (PCI DSS 10.2.1): a trail of
//! CloudTrail, where it is asked for.
//!
//! The use of a key is a management event, and a trail cannot choose the events of one key, or of
//! KMS alone: it records all management events of the region. Its files are protected by S3's
//! validation and by the key of the logs. Sources: CloudTrail User Guide, "Logging data events",
//! "Logging management events" and "Filtering data events by using advanced event selectors"; KMS
//! Developer Guide, "Logging AWS KMS API calls with AWS CloudTrail".

use super::Inputs;
use super::access_logs::{AccessLogs, TRAIL_PREFIX};
use crate::aws::{
    AwsCloudtrail, AwsCloudtrailAdvancedEventSelector as Selector,
    AwsCloudtrailAdvancedEventSelectorFieldSelector as Field, AwsS3Bucket,
};
use crate::naming::Kind;
use crate::tiers::{name, tags};
use terraform::tf::{DeclareError, Handle, Module, meta};
use terraform::{block, text};

/// The trail, which waits until it may deliver.
pub fn declare(
    module: &mut Module,
    var: &Inputs,
    transaction_logs: &Handle<AwsS3Bucket>,
    access_logs: &AccessLogs,
) -> Result<(), DeclareError> {
    let trail = block!(AwsCloudtrail {
        name: name(Kind::Trail),
        s3_bucket_name: access_logs.bucket.id(),
        s3_key_prefix: TRAIL_PREFIX,
        kms_key_id: &var.logs_key_arn,
        enable_log_file_validation: true,
        include_global_service_events: true,
        is_multi_region_trail: false,
        advanced_event_selector: vec![
            selector("Use of keys, and management", [field("eventCategory", "Management")]),
            selector("Transaction logs", in_bucket(transaction_logs)),
            // Deliveries are writes too, those of the trail among them: recording them would make
            // more of them, without end.
            selector(
                "Reads of access logs",
                in_bucket(&access_logs.bucket).into_iter().chain([field("readOnly", "true")])
            ),
        ],
        tags: tags(name(Kind::Trail)),
    });
    module.resource_with("main", trail, meta().depends_on(&access_logs.policy))?;
    Ok(())
}

fn selector(title: &str, fields: impl IntoIterator<Item = Field>) -> Selector {
    block!(Selector { name: title, field_selector: fields.into_iter().collect::<Vec<_>>() })
}

fn in_bucket(bucket: &Handle<AwsS3Bucket>) -> [Field; 3] {
    [
        field("eventCategory", "Data"),
        field("resources.type", "AWS::S3::Object"),
        block!(Field { field: "resources.ARN", starts_with: [text!(bucket.arn(), "/")] }),
    ]
}

fn field(field: &str, value: &str) -> Field {
    block!(Field { field: field, equals: [value] })
}
