//! What a plan destroys is not taken for what it leaves.

use paytf::verify::{Inventory, Plan};
use serde_json::{Value, json};

fn change(address: &str, actions: Value, after: Value, unknown: Value) -> Value {
    let (kind, name) = address.split_once('.').unwrap();
    json!({
        "address": address, "mode": "managed", "type": kind, "name": name,
        "change": {
            "actions": actions, "before": {"arn": "arn:old"}, "after": after,
            "after_unknown": unknown
        },
    })
}

#[test]
fn what_refers_to_something_that_stays_does_not_refer_to_what_is_destroyed() {
    let expressions =
        json!({"load_balancer_arn": {"references": ["aws_lb.new.arn", "aws_lb.new"]}});
    let plan = json!({
        "format_version": "1.2",
        "resource_changes": [
            change("aws_lb.old", json!(["delete"]), Value::Null, json!({})),
            change("aws_lb.new", json!(["create"]), json!({}), json!({"arn": true})),
            change(
                "aws_lb_listener.https", json!(["create"]), json!({}),
                json!({"load_balancer_arn": true})
            ),
        ],
        "configuration": {"root_module": {
            "resources": [
                {"address": "aws_lb.new"},
                {"address": "aws_lb_listener.https", "expressions": expressions}
            ],
        }},
    });
    let text = plan.to_string();
    let inventory = Inventory::from_plan(Plan::parse(text.as_bytes()).unwrap());
    let (old, new) =
        (inventory.destroyed("aws_lb").next().unwrap(), inventory.at("aws_lb.new").unwrap());
    let listeners = |of| inventory.referrers(of, "aws_lb_listener", "load_balancer_arn").len();
    assert_eq!((listeners(new), listeners(old)), (1, 0));
}
