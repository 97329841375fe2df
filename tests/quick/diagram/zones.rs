//! The picture says of everything in zones what the table says: one answer.

use std::collections::HashMap;
use std::path::Path;

use paytf::diagram::{End, Mark, Picture};
use paytf::verify::loss::ZoneLossAnalysis;
use paytf::verify::report::{Decisions, Report};
use paytf::verify::{Inventory, Plan, Proof};
use toml::value::Date;

const TODAY: Date = Date { year: 2026, month: 1, day: 1 };

fn plans() -> Vec<(String, Inventory)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/verify/tests");
    let mut plans = Vec::new();
    let mut folders = ["zones", "kinds", "cases"].map(|folder| tests.join(folder)).to_vec();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                let text = std::fs::read(&path).unwrap();
                plans.push((
                    path.display().to_string(),
                    Inventory::from_plan(Plan::parse(&text).unwrap()),
                ));
            }
        }
    }
    assert!(plans.len() > 150, "only {}", plans.len());
    plans
}

#[test]
fn each_card_and_the_headline_say_what_the_table_says() {
    for (name, inventory) in plans() {
        let loss = ZoneLossAnalysis::of(&inventory);
        let report = Report::of(&Proof::of(&inventory, []), &[], &Decisions::default(), TODAY);
        for (place, case) in loss.cases.iter().enumerate() {
            let picture = Picture::of(&inventory, "", Some(&case.lost));
            let impacts: HashMap<_, _> = loss
                .rows
                .iter()
                .map(|row| (row.resource.address(), Mark::from(&row.impacts[place])))
                .collect();
            let said = report.zone_loss.cases.iter().find(|said| said.lost == case.lost).unwrap();
            let verdict =
                picture.lost.as_ref().unwrap().verdict.word().replace("not known", "unknown");
            assert_eq!(verdict, said.verdict, "{name} without {:?}", case.lost);
            for (tier, content) in picture.tiers.iter().enumerate() {
                for (slot, column) in (0..content.slots.len())
                    .flat_map(|slot| (0..picture.columns.len()).map(move |column| (slot, column)))
                {
                    let Some(card) = picture.card(End::Card { tier, slot, column }) else {
                        continue;
                    };
                    let Some(impact) = impacts.get(card.address.as_str()) else { continue };
                    let is_taken = picture.columns[column].is_lost;
                    let expected = if is_taken { Mark::Lost } else { *impact };
                    assert_eq!(
                        card.mark,
                        Some(expected),
                        "{name}: {} without {:?}",
                        card.address,
                        case.lost
                    );
                }
            }
        }
    }
}

#[test]
fn everything_of_the_table_is_drawn() {
    for (name, inventory) in plans() {
        let picture = Picture::of(&inventory, "", None);
        let cards = picture
            .tiers
            .iter()
            .flat_map(|tier| &tier.slots)
            .flat_map(|slot| slot.cards.iter().flatten());
        let drawn: Vec<_> = cards.map(|card| card.address.clone()).collect();
        for row in ZoneLossAnalysis::of(&inventory)
            .rows
            .iter()
            .filter(|row| row.resource.kind() != "aws_subnet")
        {
            let address = row.resource.address();
            // A cluster is drawn by its instances.
            let is_cluster = row.resource.kind() == "aws_rds_cluster";
            assert!(
                is_cluster || drawn.iter().any(|text| text.contains(address)),
                "{name}: {address} is not drawn"
            );
        }
    }
}
