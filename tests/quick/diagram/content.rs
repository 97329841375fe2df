//! What is drawn is what the plan says.

use paytf::config::Profile;
use paytf::diagram::{Card, End, Flow, FlowKind, Picture};

use super::foreign::Foreign;
use super::ours;

fn titles(picture: &Picture, ends: &[End]) -> Vec<(String, Option<usize>)> {
    let title = |end: &End| match end {
        End::Clients => "Clients".to_owned(),
        End::Internet => "Internet".to_owned(),
        End::Cell { tier, .. } => picture.tiers[*tier].title.clone(),
        End::Card { .. } => picture.card(*end).unwrap().title.clone(),
    };
    ends.iter().map(|end| (title(end), end.column())).collect()
}

fn in_each_zone(title: &str) -> Vec<(String, Option<usize>)> {
    (0..3).map(|column| (title.to_owned(), Some(column))).collect()
}

fn of(way: FlowKind, picture: &Picture) -> Vec<&Flow> {
    picture.flows.iter().filter(|flow| flow.kind == way).collect()
}

#[test]
fn our_payments_go_from_clients_to_the_writer_through_every_zone() {
    let picture = Picture::of(&ours(Profile::Production), "ours", None);
    let ways: Vec<_> = of(FlowKind::Request, &picture)
        .iter()
        .map(|flow| (titles(&picture, &flow.from), titles(&picture, &flow.to)))
        .collect();
    let writer = vec![("Aurora writer".to_owned(), Some(0))];
    assert_eq!(
        ways,
        [
            (vec![("Clients".to_owned(), None)], in_each_zone("ALB node")),
            (in_each_zone("ALB node"), in_each_zone("ECS tasks")),
            (in_each_zone("ECS tasks"), in_each_zone("RDS Proxy")),
            (in_each_zone("RDS Proxy"), writer),
        ]
    );
}

#[test]
fn requests_of_a_stack_that_exists_go_through_target_groups_and_to_what_security_groups_admit() {
    let picture = Picture::of(&Foreign::with_zones("ab").inventory(), "foreign", None);
    let ways: Vec<_> = of(FlowKind::Request, &picture)
        .iter()
        .map(|flow| {
            (titles(&picture, &flow.from)[0].0.clone(), titles(&picture, &flow.to)[0].0.clone())
        })
        .collect();
    let way = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let expected = [
        way("Clients", "ALB node"),
        way("ALB node", "ECS tasks"),
        way("ECS tasks", "Aurora writer"),
    ];
    assert_eq!(ways, expected);
}

#[test]
fn our_tasks_leave_through_the_gateway_of_their_own_zone() {
    let picture = Picture::of(&ours(Profile::Production), "ours", None);
    let out = of(FlowKind::Out, &picture);
    assert_eq!(titles(&picture, &out[0].to), [("Internet".to_owned(), None)]);
    for (column, flow) in out[1..].iter().enumerate() {
        assert_eq!(
            titles(&picture, &flow.from),
            [("Application subnets".to_owned(), Some(column))]
        );
        assert_eq!(titles(&picture, &flow.to), [("NAT gateway".to_owned(), Some(column))]);
    }
    assert_eq!(out.len(), 4);
    assert!(of(FlowKind::Crossing, &picture).is_empty());
}

#[test]
fn a_route_into_another_zone_leads_to_the_gateway_it_really_uses_and_is_named() {
    let picture = Picture::of(&Foreign::with_zones("abc").crossed().inventory(), "crossed", None);
    let crossing = of(FlowKind::Crossing, &picture);
    assert_eq!(crossing.len(), 3);
    for flow in crossing {
        let there = flow.to[0].column().unwrap();
        let here = (there + 2) % 3;
        assert!(flow.from.iter().all(|end| end.column() == Some(here)), "{flow:?}");
        let note = format!("leaves through {}", picture.columns[there].title());
        for end in &flow.from {
            let End::Cell { tier, column } = end else { panic!("{end:?}") };
            assert_eq!(
                picture.tiers[*tier].cells[*column].as_ref().unwrap().note.as_deref(),
                Some(note.as_str())
            );
        }
    }
}

#[test]
fn tiers_and_zones_are_those_of_the_plan() {
    let tiers =
        |picture: &Picture| picture.tiers.iter().map(|tier| tier.title.clone()).collect::<Vec<_>>();
    let whole = ["Public subnets", "Application subnets", "Database subnets"];
    for profile in [Profile::Development, Profile::Staging, Profile::Production] {
        let picture = Picture::of(&ours(profile), "ours", None);
        assert_eq!(tiers(&picture), whole);
        assert_eq!(
            picture.zones().into_iter().collect::<Vec<_>>(),
            ["us-east-1a", "us-east-1b", "us-east-1c"]
        );
    }
    let six = Picture::of(&Foreign::with_zones("abcdef").inventory(), "six", None);
    assert_eq!((tiers(&six), six.zones().len()), (whole.map(str::to_owned).to_vec(), 6));
}

#[test]
fn what_is_in_a_zone_that_is_not_known_has_a_place_of_its_own() {
    let picture = Picture::of(&Foreign::with_zones("abc").nowhere().inventory(), "nowhere", None);
    assert_eq!(picture.columns.last().unwrap().zone, None);
    let last = picture.columns.len() - 1;
    let there: Vec<_> = cards(&picture)
        .filter(|(column, _)| *column == last)
        .map(|(_, card)| card.title.as_str())
        .collect();
    assert_eq!(
        there,
        ["ECS tasks", "Lambda function", "Aurora writer", "Aurora reader", "RDS instance"]
    );
}

fn cards(picture: &Picture) -> impl Iterator<Item = (usize, &Card)> {
    let slots = picture.tiers.iter().flat_map(|tier| &tier.slots);
    slots
        .flat_map(|slot| slot.cards.iter().enumerate())
        .filter_map(|(column, card)| Some((column, card.as_ref()?)))
}

#[test]
fn a_card_says_how_many_tasks_a_zone_has_and_which_instance_is_promoted_when() {
    let picture = Picture::of(&ours(Profile::Production), "ours", None);
    let details = |title: &str| {
        cards(&picture).find(|(_, card)| card.title == title).unwrap().1.details.clone()
    };
    assert_eq!(details("ECS tasks"), ["3 or 4 of 10 tasks", "scales to 50"]);
    assert_eq!(details("Aurora writer"), ["db.r7g.large", "promotion tier 0"]);
    let foreign = Picture::of(&Foreign::with_zones("ab").inventory(), "foreign", None);
    let tasks = cards(&foreign).find(|(_, card)| card.title == "ECS tasks").unwrap().1;
    assert_eq!(tasks.details, ["3 or 4 of 7 tasks"]);
}

#[test]
fn many_of_a_kind_are_drawn_as_one() {
    let picture = Picture::of(&Foreign::with_zones("ab").times(12).inventory(), "many", None);
    let functions: Vec<_> =
        cards(&picture).filter(|(_, card)| card.title.starts_with("Lambda")).collect();
    assert_eq!(functions.len(), 2);
    assert_eq!(
        (functions[0].1.title.as_str(), functions[0].1.name.as_str()),
        ("Lambda functions", "12 functions")
    );
    assert_eq!(picture.regional, ["12 SQS queues"]);
}
