//! [`Publisher`]: the services that publish to the topics of alarms and events.

use super::alarm::{COMPOSITE, KIND};
use super::attribute_path::AttributePath;
use super::inventory::Inventory;
use super::permit::sender::{CLOUDWATCH, EVENTBRIDGE, RDS_EVENTS, Sender};
use super::resource::Resource;

/// The actions of an alarm.
pub const ACTIONS: [&str; 3] = ["alarm_actions", "ok_actions", "insufficient_data_actions"];

/// One service that sends to one topic, on behalf of alarms or rules.
#[derive(Debug, Clone)]
pub struct Publisher<'a> {
    /// The topic.
    pub topic: Resource<'a>,
    /// The service or resource that sends.
    pub sender: Sender,
    /// The resources that it publishes for.
    pub sources: Vec<Resource<'a>>,
}

impl Publisher<'_> {
    /// On whose behalf, for a person: the first, and how many more.
    pub fn sources(&self) -> String {
        match &self.sources[..] {
            [] => String::new(),
            [only] => only.address().to_owned(),
            [first, rest @ ..] => format!("{} and {} more", first.address(), rest.len()),
        }
    }
}

/// Who sends to which topic of the plan.
pub fn publishers(inventory: &Inventory) -> Vec<Publisher<'_>> {
    let alarms = inventory.all_of(&[KIND, COMPOSITE]);
    let actions = alarms.flat_map(|alarm| ACTIONS.map(|action| (CLOUDWATCH, alarm.at(action))));
    let targets = inventory.all("aws_cloudwatch_event_target");
    // A target with a role is sent to as that role.
    let targets = targets.filter(|target| !target.at("role_arn").string().is_set());
    let events = targets.map(|target| (EVENTBRIDGE, target.at("arn")));
    let database =
        inventory.all("aws_db_event_subscription").map(|one| (RDS_EVENTS, one.at("sns_topic")));
    let mut publishers = Vec::new();
    actions
        .chain(events)
        .chain(database)
        .for_each(|(sender, place)| add(&mut publishers, sender, &place));
    publishers
}

fn add<'a>(publishers: &mut Vec<Publisher<'a>>, sender: Sender, place: &AttributePath<'a>) {
    let source = place.resource();
    for topic in place.links("aws_sns_topic").resources().filter(|topic| !topic.is_data()) {
        match publishers.iter_mut().find(|known| known.topic == topic && known.sender == sender) {
            Some(known) if known.sources.last() == Some(&source) => {}
            Some(known) => known.sources.push(source),
            None => publishers.push(Publisher { topic, sender, sources: vec![source] }),
        }
    }
}
