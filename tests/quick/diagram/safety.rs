//! Names come from plans of strangers.

use paytf::diagram::{Drawing, Picture, dot, mermaid, svg};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use super::foreign::Foreign;
use super::{pictures, planned};

/// What a name may try.
const NAMES: [&str; 5] = [
    "<script>alert(1)</script>",
    "\"/><image href=\"x\" onerror=\"alert(1)\"/>",
    "]]> & <!-- -->",
    "a\u{0}\u{1b}[31m\u{7}\nb\u{ffff}",
    "%%{init: {}}%%\"];\nclick c0_0_0 \"javascript:alert(1)\"",
];

/// All that a drawing is made of.
const ELEMENTS: [&str; 11] =
    ["svg", "title", "desc", "style", "defs", "pattern", "line", "rect", "text", "path", "circle"];

fn assert_harmless(name: &str, svg: &str) {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        let (element, opens) =
            match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
                Event::Eof => break,
                Event::Start(element) => (element, 1),
                Event::Empty(element) => (element, 0),
                Event::End(_) => {
                    depth -= 1;
                    continue;
                }
                Event::Comment(_) | Event::CData(_) | Event::PI(_) | Event::DocType(_) => {
                    panic!("{name}: not of a drawing")
                }
                _ => continue,
            };
        depth += opens;
        let tag = String::from_utf8(element.name().as_ref().to_vec()).unwrap();
        assert!(ELEMENTS.contains(&tag.as_str()), "{name}: <{tag}>");
        for attribute in element.attributes() {
            let key = String::from_utf8(attribute.unwrap().key.as_ref().to_vec()).unwrap();
            assert!(
                !key.starts_with("on") && !key.contains("href") && key != "style",
                "{name}: <{tag} {key}>"
            );
        }
    }
    assert_eq!(depth, 0, "{name}: not closed");
    let allowed = |c: char| {
        matches!(c, '\t' | '\n' | '\r')
            || (!c.is_control() && !('\u{fffe}'..='\u{ffff}').contains(&c))
    };
    assert!(svg.chars().all(allowed), "{name}: a character that XML does not allow");
}

#[test]
fn every_picture_is_well_formed_and_holds_nothing_but_shapes_and_texts() {
    for (name, picture) in pictures() {
        assert_harmless(name, &svg(&Drawing::of(picture)).unwrap());
    }
}

#[test]
fn nothing_of_a_name_is_executable() {
    for name in NAMES {
        let inventory = Foreign::with_zones("abc").named(name).inventory();
        for lost in [None, Some(&["eu-west-1b"][..])] {
            let picture = Picture::of(&inventory, name, lost);
            assert_harmless(name, &svg(&Drawing::of(&picture)).unwrap());
        }
    }
}

#[test]
fn a_name_stays_within_its_label_in_mermaid_and_dot() {
    let harmless = Picture::of(&Foreign::with_zones("abc").inventory(), "stack", None);
    for name in NAMES {
        let picture = Picture::of(&Foreign::with_zones("abc").named(name).inventory(), name, None);
        assert_eq!(mermaid(&picture).lines().count(), mermaid(&harmless).lines().count(), "{name}");
        assert_eq!(dot(&picture).lines().count(), dot(&harmless).lines().count(), "{name}");
        for line in mermaid(&picture).lines().filter(|line| !line.trim_start().starts_with("%%")) {
            assert!(line.matches('"').count() % 2 == 0 && line.matches('"').count() <= 2, "{line}");
            assert!(!line.contains("<script") && !line.contains("%%"), "{line}");
        }
        for line in dot(&picture).lines() {
            assert_eq!(
                line.replace("\\\\", "").replace("\\\"", "").matches('"').count() % 2,
                0,
                "{line}"
            );
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes_in_whatever_order_its_resources_stand() {
    let plan = Foreign::with_zones("abc").times(3).crossed().plan();
    let mut turned = plan.clone();
    turned["resource_changes"].as_array_mut().unwrap().reverse();
    let drawn = |plan: &Value| {
        let picture = Picture::of(&planned(plan), "stack", Some(&["eu-west-1b"]));
        (svg(&Drawing::of(&picture)).unwrap(), mermaid(&picture), dot(&picture))
    };
    assert_eq!(drawn(&plan), drawn(&plan));
    assert_eq!(drawn(&plan), drawn(&turned));
}

#[test]
fn who_does_not_see_the_picture_is_told_what_it_shows() {
    let picture =
        Picture::of(&Foreign::with_zones("ab").inventory(), "The shop", Some(&["eu-west-1b"]));
    let svg = svg(&Drawing::of(&picture)).unwrap();
    assert!(
        svg.contains("role=\"img\" aria-labelledby=\"paytf-title paytf-description\""),
        "{svg}"
    );
    assert!(svg.contains("<title id=\"paytf-title\">Loss of eu-west-1b: "), "{svg}");
    assert!(svg.contains("Zone eu-west-1b: ALB node shop0 (lost)"), "{svg}");
    assert!(svg.contains("@media (prefers-color-scheme: dark)"), "{svg}");
}
