//! Everything has a place of its own.

use std::collections::BTreeMap;

use paytf::diagram::{Block, Drawing, Line, Rect, Text};

use super::pictures;

/// What may not overlap anything of its kind.
const CARDS: [&str; 3] = ["card", "outside", "chip"];
/// What has texts in it.
const FRAMES: [&str; 8] = ["card", "outside", "chip", "badge", "subnet", "zone", "vpc", "region"];

fn drawings() -> impl Iterator<Item = (&'static str, Drawing)> {
    pictures().iter().map(|(name, picture)| (name.as_str(), Drawing::of(picture)))
}

fn is_one_of(block: &Block, classes: &[&str]) -> bool {
    classes.contains(&block.class.split(' ').next().unwrap())
}

#[test]
fn no_card_overlaps_another_and_each_is_in_a_zone() {
    for (name, drawing) in drawings() {
        let cards: Vec<_> = drawing.blocks().filter(|block| is_one_of(block, &CARDS)).collect();
        for (nth, card) in cards.iter().enumerate() {
            for other in &cards[nth + 1..] {
                assert!(!card.rect.overlaps(other.rect), "{name}: {card:?} overlaps {other:?}");
            }
        }
        let zones: Vec<_> = drawing.blocks().filter(|block| is_one_of(block, &["zone"])).collect();
        for block in drawing.blocks().filter(|block| is_one_of(block, &["card", "subnet"])) {
            let holds = |zone: &&&Block| zone.rect.contains(block.rect);
            assert_eq!(zones.iter().filter(holds).count(), 1, "{name}: {block:?}");
        }
    }
}

#[test]
fn every_text_fits_its_box_and_the_page() {
    for (name, drawing) in drawings() {
        let page = Rect { x: 0.0, y: 0.0, w: drawing.width, h: drawing.height };
        for text in drawing.strings() {
            let rect = text.rect();
            assert!(page.contains(rect), "{name}: {text:?} leaves the page");
            let around = drawing
                .blocks()
                .filter(|block| is_one_of(block, &FRAMES) && holds_start(block.rect, text));
            for block in around {
                let (a, b) = (block.rect, rect);
                assert!(
                    b.right() <= a.right() && b.y >= a.y && b.bottom() <= a.bottom(),
                    "{name}: {text:?} leaves {block:?}"
                );
            }
        }
    }
}

fn holds_start(rect: Rect, text: &Text) -> bool {
    let start = text.rect();
    rect.contains(Rect { w: 0.0, h: start.h / 2.0, y: start.y + start.h / 4.0, ..start })
}

#[test]
fn no_text_overlaps_another() {
    for (name, drawing) in drawings() {
        let mut texts: Vec<_> = drawing.strings().collect();
        texts.sort_by(|a, b| a.rect().y.total_cmp(&b.rect().y));
        for (nth, text) in texts.iter().enumerate() {
            let near =
                texts[nth + 1..].iter().take_while(|other| other.rect().y < text.rect().bottom());
            for other in near {
                assert!(!text.rect().overlaps(other.rect()), "{name}: {text:?} overlaps {other:?}");
            }
        }
    }
}

#[test]
fn no_line_runs_through_a_text_or_a_card() {
    for (name, drawing) in drawings() {
        let cards: Vec<_> = drawing
            .blocks()
            .filter(|block| is_one_of(block, &CARDS))
            .map(|block| block.rect)
            .collect();
        let texts: Vec<_> = drawing.strings().map(Text::rect).collect();
        for line in drawing.lines() {
            for part in parts(line) {
                for rect in cards.iter().map(|card| shrunk(*card)).chain(texts.iter().copied()) {
                    assert!(!part.overlaps(rect), "{name}: {line:?} runs through {rect:?}");
                }
            }
        }
    }
}

/// Lines end at the edges of cards.
fn shrunk(rect: Rect) -> Rect {
    Rect { x: rect.x + 0.5, y: rect.y + 0.5, w: rect.w - 1.0, h: rect.h - 1.0 }
}

/// The straight parts of a line, as thin rectangles.
fn parts(line: &Line) -> Vec<Rect> {
    let part = |ends: &[(f64, f64)]| {
        let ((x1, y1), (x2, y2)) = (ends[0], ends[1]);
        assert!(x1 == x2 || y1 == y2, "{line:?} is not level or upright");
        Rect {
            x: x1.min(x2),
            y: y1.min(y2),
            w: (x1 - x2).abs().max(0.1),
            h: (y1 - y2).abs().max(0.1),
        }
    };
    line.points.windows(2).map(part).collect()
}

#[test]
fn lines_of_different_flows_cross_but_never_lie_on_each_other() {
    for (name, drawing) in drawings() {
        // Upright parts at the same place across, and level parts at the same height.
        let mut tracks: BTreeMap<(bool, i64), Vec<(&Line, Rect)>> = BTreeMap::new();
        for line in drawing.lines() {
            for part in parts(line) {
                let is_upright = part.h > part.w;
                let at = if is_upright { part.x } else { part.y };
                tracks
                    .entry((is_upright, (at * 10.0).round() as i64))
                    .or_default()
                    .push((line, part));
            }
        }
        for track in tracks.values() {
            for (nth, (line, part)) in track.iter().enumerate() {
                for (other, beside) in
                    track[nth + 1..].iter().filter(|(other, _)| other.flow != line.flow)
                {
                    assert!(!part.overlaps(*beside), "{name}: {line:?} overlaps {other:?}");
                }
            }
        }
    }
}
