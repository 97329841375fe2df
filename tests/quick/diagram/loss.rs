//! What is left when zones are lost.

use paytf::config::Profile;
use paytf::diagram::{End, FlowKind, Mark, Picture, zones_named};
use paytf::verify::loss::raised;

use super::foreign::Foreign;
use super::ours;

fn marks(picture: &Picture) -> Vec<(usize, String, Mark)> {
    let mut marks = Vec::new();
    for (tier, content) in picture.tiers.iter().enumerate() {
        for slot in 0..content.slots.len() {
            for column in 0..picture.columns.len() {
                let card = picture.card(End::Card { tier, slot, column });
                marks.extend(card.map(|card| (column, card.title.clone(), card.mark.unwrap())));
            }
        }
    }
    marks
}

#[test]
fn of_ours_everything_in_the_lost_zone_is_lost_and_everything_else_survives() {
    let inventory = ours(Profile::Production);
    for (lost, zone) in ["us-east-1a", "us-east-1b", "us-east-1c"].into_iter().enumerate() {
        let picture = Picture::of(&inventory, "", Some(&[zone]));
        for (column, title, mark) in marks(&picture) {
            let expected = if column == lost { Mark::Lost } else { Mark::Survives };
            assert_eq!(mark, expected, "{title} in zone {column} without {zone}");
        }
        let lost = picture.lost.unwrap();
        assert_eq!(lost.verdict, Mark::Survives);
        assert_eq!(lost.alarms.len(), raised(&inventory, &[zone]).len());
        assert!(!lost.alarms.is_empty());
    }
}

#[test]
fn where_the_writer_is_lost_the_next_in_order_becomes_the_writer() {
    let picture = Picture::of(&ours(Profile::Production), "", Some(&["us-east-1a"]));
    let tiers = picture.tiers.iter().flat_map(|tier| &tier.slots);
    let promoted: Vec<_> = tiers
        .flat_map(|slot| slot.cards.iter().flatten())
        .filter(|card| card.details.contains(&"becomes the writer".to_owned()))
        .map(|card| card.name.as_str())
        .collect();
    assert_eq!(promoted, ["aurora-instance-b-staging"]);
    let to_data = picture.flows.iter().rfind(|flow| flow.kind == FlowKind::Request).unwrap();
    assert_eq!(picture.card(to_data.to[0]).unwrap().name, promoted[0]);
}

#[test]
fn two_zones_of_three_take_the_database_with_them_and_the_picture_says_so() {
    let picture = Picture::of(&ours(Profile::Production), "", Some(&["us-east-1a", "us-east-1b"]));
    assert_eq!(picture.title, "Loss of us-east-1a and us-east-1b: a part of the stack is lost");
    let lost = picture.lost.unwrap();
    let database = lost.impacts.first().unwrap();
    assert_eq!((database.mark, database.title.as_str()), (Mark::Lost, "Aurora cluster"));
    assert!(database.why.contains("writes need four"), "{}", database.why);
}

#[test]
fn tasks_whose_way_out_is_lost_are_lost_though_their_zone_is_not() {
    let picture =
        Picture::of(&Foreign::with_zones("abc").crossed().inventory(), "", Some(&["eu-west-1a"]));
    let tasks: Vec<_> =
        marks(&picture).into_iter().filter(|(_, title, _)| title == "ECS tasks").collect();
    let marks: Vec<_> = tasks.iter().map(|(column, _, mark)| (*column, *mark)).collect();
    assert_eq!(marks, [(0, Mark::Lost), (1, Mark::Degraded), (2, Mark::Lost)]);
    let outbound = picture
        .lost
        .unwrap()
        .impacts
        .into_iter()
        .find(|node_impact| node_impact.title == "Outbound traffic")
        .unwrap();
    assert_eq!(outbound.why, "subnets in eu-west-1c leave through a lost zone");
}

#[test]
fn what_is_in_a_zone_that_is_not_known_survives_only_by_a_standby_in_another() {
    let picture =
        Picture::of(&Foreign::with_zones("abc").nowhere().inventory(), "", Some(&["eu-west-1b"]));
    let last = picture.columns.len() - 1;
    let there = marks(&picture).into_iter().filter(|(column, _, _)| *column == last);
    let there: Vec<_> = there.map(|(_, title, mark)| (title, mark)).collect();
    let unknown = ["ECS tasks", "Lambda function", "Aurora writer", "Aurora reader"];
    let unknown = unknown.map(|title| (title.to_owned(), Mark::Unknown));
    assert_eq!(there, [&unknown[..], &[("RDS instance".to_owned(), Mark::Survives)]].concat());
}

#[test]
fn zones_are_named_by_name_by_letter_or_as_zone_b() {
    let picture = Picture::of(&ours(Profile::Staging), "", None);
    for name in ["us-east-1b", "b", "zone-b"] {
        assert_eq!(zones_named(&picture, &[name.to_owned()]), Ok(vec!["us-east-1b"]));
    }
    let both = ["c".to_owned(), "us-east-1a".to_owned(), "zone-c".to_owned()];
    assert_eq!(zones_named(&picture, &both), Ok(vec!["us-east-1a", "us-east-1c"]));
    for name in ["d", "us-east-1", "", "zone-", "1b"] {
        let error = zones_named(&picture, &[name.to_owned()]).unwrap_err().to_string();
        assert!(error.contains("us-east-1a, us-east-1b and us-east-1c"), "{error}");
    }
}
