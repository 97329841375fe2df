//! What scaling needs. Application Auto Scaling acts on services and tables with a role that it has
//! from AWS, and so does EC2 Auto Scaling: what these may do, no plan can take away. Only the key
//! of encrypted volumes has to name that role, and a hook has a role of the stack.
//! Source: Application Auto Scaling User Guide, "Service-linked roles for Application Auto
//! Scaling".

use super::key::with_key_to_send;
use super::{NeededCall, Subject, named, resource_at};
use crate::aws::launch_template::template_of;
use crate::inventory::Inventory;
use crate::key::KeyOf;
use crate::permit::{Caller, Context, Given, Target};

const VOLUMES: &str = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html";
const HOOKS: &str = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/prepare-for-lifecycle-notifications.html";

/// The role of EC2 Auto Scaling, which starts the instances of EKS's node groups too.
const SCALING: Caller<'static> = Caller::ServiceLinked("autoscaling.amazonaws.com");

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for group in inventory.all_of(&["aws_autoscaling_group", "aws_eks_node_group"]) {
        let Some(template) = template_of(group) else { continue };
        for device in template.at("block_device_mappings").items() {
            let place = device.at("ebs.0.kms_key_id");
            let Some(on) = Target::key(KeyOf::at(&place)) else { continue };
            let purpose = format!("starts instances of {} with encrypted volumes", group.address());
            let actions =
                named(&["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"]);
            let (subject, callers) = (Subject::ServiceRole, Ok(vec![SCALING]));
            calls.push(NeededCall {
                context: Context::default()
                    .with("kms:GrantIsForAWSResource", Given::Values(vec!["true".to_owned()])),
                ..NeededCall::of(subject, &place, purpose, callers, actions, on, VOLUMES)
            });
        }
    }
    for hook in inventory.all("aws_autoscaling_lifecycle_hook") {
        let role = hook.at("role_arn");
        let kinds = ["aws_sqs_queue", "aws_sns_topic"];
        let Some(target) = resource_at(&hook.at("notification_target_arn"), &kinds) else {
            continue;
        };
        let action = match target.kind() {
            "aws_sqs_queue" => "sqs:SendMessage",
            _ => "sns:Publish",
        };
        let (purpose, on) = ("tells what waits for its hook", Target::Resource(target));
        let call = NeededCall::with_role(&role, purpose, named(&[action]), on, HOOKS);
        calls.extend(with_key_to_send(&call, target));
        calls.push(call);
    }
}
