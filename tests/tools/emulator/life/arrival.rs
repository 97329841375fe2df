//! Alarms and events arrive in the notification queue. The emulator's part in it, that an alarm's
//! state reaches its topic and its composite alarms, is a patch of ours: this shows that actions,
//! rules, topics and subscriptions fit together; what AWS's own policies let through is shown on
//! the plan, by `alarms_deliver`.

use crate::support::{Emulator, Terraform};
use anyhow::Result;
use serde_json::{Value, json};

/// Sets alarms off and sends an event, and finds each told.
pub fn alarms_and_events_arrive(emulator: &Emulator, terraform: &Terraform) -> Result<()> {
    let queue = terraform.output("notification_queue_url")?;
    let queue = queue.as_str().expect("the queue has a URL");
    received(emulator, queue)?;
    for alarm in ["alarm-running-tasks-staging", "alarm-healthy-hosts-a-staging"] {
        let state = json!({"AlarmName": alarm, "StateValue": "ALARM", "StateReason": "rehearsal"});
        emulator.ask("cloudwatch", "set_alarm_state", state)?;
    }
    let stopped = json!({
        "clusterArn": "arn:aws:ecs:us-east-1:123456789012:cluster/ecs-cluster-staging",
        "group": "service:ecs-service-staging",
        "lastStatus": "STOPPED",
        "stopCode": "EssentialContainerExited",
    });
    let entry = json!({
        "Source": "aws.ecs", "DetailType": "ECS Task State Change", "Detail": stopped.to_string()
    });
    emulator.ask("events", "put_events", json!({"Entries": [entry]}))?;
    let printed = received(emulator, queue)?;
    for wanted in [
        "alarm-running-tasks-staging",
        "composite-alarm-zone-impaired-a-staging",
        "alarm-healthy-hosts-a-staging",
        "EssentialContainerExited",
    ] {
        assert!(printed.contains(wanted), "nobody was told of {wanted}: {printed}");
    }
    Ok(())
}

/// Every message that waits in the queue, as one text; they are gone afterwards.
fn received(emulator: &Emulator, queue: &str) -> Result<String> {
    let mut printed = String::new();
    loop {
        let ask = json!({"QueueUrl": queue, "MaxNumberOfMessages": 10});
        let answer = emulator.ask("sqs", "receive_message", ask)?;
        let messages = answer["Messages"].as_array().cloned().unwrap_or_default();
        if messages.is_empty() {
            return Ok(printed);
        }
        for message in &messages {
            printed.push_str(message["Body"].as_str().unwrap_or_default());
            let handle: &Value = &message["ReceiptHandle"];
            emulator.ask(
                "sqs",
                "delete_message",
                json!({"QueueUrl": queue, "ReceiptHandle": handle}),
            )?;
        }
    }
}
