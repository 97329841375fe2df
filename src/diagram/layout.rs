//! [`Drawing`]: the position of everything in a [`Picture`], in pixels.
//!
//! Columns are zones and rows are tiers, so only lines have to find their way. They run in
//! *channels* between rows of cards and in *rails* beside the cards of a column: requests in the
//! rail on the left, the way out in the one on the right. Lines that would be on top of each other
//! get *lanes* of their own.

mod caption;
mod cards;
mod frame;
mod grid;
mod lanes;
mod legend;
mod lines;
mod routes;
mod text;

pub use text::{Style, advance, width};

use super::picture::{Mark, Picture};
use grid::Grid;
use routes::Routes;

/// A picture in which everything has its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
    /// The headline, for readers who cannot see the picture.
    pub title: String,
    /// What the picture shows, in sentences, for readers who cannot see it.
    pub description: String,
    /// Its shapes, from back to front.
    pub shapes: Vec<Shape>,
}

/// One shape of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Block(Block),
    /// A line of text.
    Text(Text),
    /// A line.
    Line(Line),
}

/// A rectangle.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Its position and size.
    pub rect: Rect,
    /// Its CSS class.
    pub class: &'static str,
    /// How round its corners are.
    pub radius: f64,
    /// The text that a pointer over it shows.
    pub tooltip: Option<String>,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where it begins.
    pub x: f64,
    /// The line that its letters are on.
    pub baseline: f64,
    /// The size and weight.
    pub style: Style,
    /// Its CSS class.
    pub class: &'static str,
    /// The text.
    pub content: String,
}

/// A line of several straight parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The points that it goes through.
    pub points: Vec<(f64, f64)>,
    /// Its CSS class.
    pub class: &'static str,
    /// Whether it ends in an arrow.
    pub arrow: bool,
    /// Whether it begins with a dot, where it leaves another line.
    pub dot: bool,
    /// Which of the picture's flows it is part of; `None` in the legend.
    pub flow: Option<usize>,
}

/// A rectangle's place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// The width.
    pub w: f64,
    /// The height.
    pub h: f64,
}

impl Rect {
    /// The right edge.
    pub fn right(self) -> f64 {
        self.x + self.w
    }

    /// The bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.h
    }

    /// Whether they have an area in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether the other is within.
    pub fn contains(self, other: Self) -> bool {
        self.x <= other.x
            && other.right() <= self.right()
            && self.y <= other.y
            && other.bottom() <= self.bottom()
    }
}

impl Text {
    /// The space it takes.
    pub fn rect(&self) -> Rect {
        let (above, below) = (self.style.size() * 0.8, self.style.size() * 0.22);
        Rect {
            x: self.x,
            y: self.baseline - above,
            w: width(&self.content, self.style),
            h: above + below,
        }
    }
}

impl Drawing {
    /// Gives everything its place.
    pub fn of(picture: &Picture) -> Self {
        let routes = Routes::of(picture);
        let grid = Grid::of(picture, &routes);
        let mut canvas = Canvas::default();
        frame::draw(&mut canvas, picture, &grid);
        cards::draw(&mut canvas, picture, &grid);
        lines::draw(&mut canvas, picture, &grid, &routes);
        let mut bottom = frame::regional(&mut canvas, picture, &grid);
        bottom = legend::draw(&mut canvas, picture, &grid, bottom);
        bottom = caption::draw(&mut canvas, picture, &grid, bottom);
        Self {
            width: grid.width,
            height: (bottom + grid::MARGIN).ceil(),
            title: picture.title.clone(),
            description: description(picture),
            shapes: canvas.0,
        }
    }

    /// Its rectangles.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.shapes
            .iter()
            .filter_map(|shape| if let Shape::Block(block) = shape { Some(block) } else { None })
    }

    /// Its texts.
    pub fn strings(&self) -> impl Iterator<Item = &Text> {
        self.shapes
            .iter()
            .filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None })
    }

    /// Its lines.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.shapes
            .iter()
            .filter_map(|shape| if let Shape::Line(line) = shape { Some(line) } else { None })
    }
}

/// The picture in sentences, zone by zone.
fn description(picture: &Picture) -> String {
    let mut sentences = vec![format!("{}.", picture.summary)];
    for (column, zone) in picture.columns.iter().enumerate() {
        let cards = picture
            .tiers
            .iter()
            .flat_map(|tier| &tier.slots)
            .filter_map(|slot| slot.cards[column].as_ref());
        let message = cards.map(|card| match card.mark {
            Some(mark) => format!("{} {} ({})", card.title, card.name, mark.word()),
            None => format!("{} {}", card.title, card.name),
        });
        sentences.push(format!(
            "Zone {}: {}.",
            zone.title(),
            message.collect::<Vec<_>>().join(", ")
        ));
    }
    sentences.join(" ")
}

/// What has been drawn so far.
#[derive(Debug, Default)]
struct Canvas(Vec<Shape>);

impl Canvas {
    fn block(&mut self, rect: Rect, class: &'static str, radius: f64, tooltip: Option<&str>) {
        self.0.push(Shape::Block(Block {
            rect,
            class,
            radius,
            tooltip: tooltip.map(str::to_owned),
        }));
    }

    /// A text, shortened to the width it may take.
    fn text(
        &mut self,
        (x, baseline): (f64, f64),
        style: Style,
        class: &'static str,
        content: &str,
        room: f64,
    ) {
        let content = text::fitted(content, style, room);
        if !content.is_empty() {
            self.0.push(Shape::Text(Text { x, baseline, style, class, content }));
        }
    }

    fn line(&mut self, line: Line) {
        self.0.push(Shape::Line(line));
    }

    /// A impact in a word, in a box of its own; its width.
    fn badge(&mut self, x: f64, y: f64, mark: Mark) -> f64 {
        let (block, class) = match mark {
            Mark::Survives => ("badge survives", "badge-text survives-text"),
            Mark::Degraded => ("badge degraded", "badge-text degraded-text"),
            Mark::Unknown => ("badge unknown", "badge-text unknown-text"),
            Mark::Lost => ("badge lost", "badge-text lost-text"),
        };
        let word = width(mark.word(), Style::Strong);
        self.block(Rect { x, y, w: word + 14.0, h: 17.0 }, block, 8.5, None);
        self.text((x + 7.0, y + 12.5), Style::Strong, class, mark.word(), word);
        word + 14.0
    }
}
