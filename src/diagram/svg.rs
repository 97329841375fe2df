//! A [`Drawing`] as SVG: one file for light and dark screens, without scripts, links or fonts of
//! its own. Source: SVG 2, <https://www.w3.org/TR/SVG2/>; its role and names: WAI-ARIA Graphics
//! Module and SVG-AAM 1.0.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::layout::{Block, Drawing, Line, Shape, Style, Text};

/// Colours and sizes; the dark ones hold where the viewer's screen is dark.
const STYLE: &str = include_str!("style.css");

type Out = Writer<Vec<u8>>;

/// The drawing as SVG.
///
/// # Errors
/// When it cannot be written: a mistake in the program.
pub fn svg(drawing: &Drawing) -> io::Result<String> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let (width, height) = (number(drawing.width), number(drawing.height));
    let view = format!("0 0 {width} {height}");
    out.create_element("svg")
        .with_attributes([
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &view),
            ("role", "img"),
            ("aria-labelledby", "paytf-title paytf-description"),
        ])
        .write_inner_content(|out| {
            head(out, drawing)?;
            drawing.shapes.iter().try_for_each(|shape| match shape {
                Shape::Block(shape) => block(out, shape),
                Shape::Text(shape) => text(out, shape),
                Shape::Line(shape) => line(out, shape),
            })
        })?;
    let svg = String::from_utf8(out.into_inner()).map_err(io::Error::other)?;
    Ok(svg + "\n")
}

fn head(out: &mut Out, drawing: &Drawing) -> io::Result<()> {
    let title = BytesText::new(&drawing.title);
    out.create_element("title").with_attribute(("id", "paytf-title")).write_text_content(title)?;
    let description = BytesText::new(&drawing.description);
    out.create_element("desc")
        .with_attribute(("id", "paytf-description"))
        .write_text_content(description)?;
    out.create_element("style").write_text_content(BytesText::from_escaped(STYLE))?;
    out.create_element("defs").write_inner_content(|out| {
        out.create_element("pattern")
            .with_attributes([
                ("id", "paytf-hatch"),
                ("width", "8"),
                ("height", "8"),
                ("patternUnits", "userSpaceOnUse"),
                ("patternTransform", "rotate(45)"),
            ])
            .write_inner_content(|out| {
                let line =
                    [("class", "hatch-line"), ("x1", "4"), ("y1", "0"), ("x2", "4"), ("y2", "8")];
                out.create_element("line").with_attributes(line).write_empty()?;
                Ok(())
            })?;
        Ok(())
    })?;
    let page = [("class", "page"), ("width", "100%"), ("height", "100%")];
    out.create_element("rect").with_attributes(page).write_empty()?;
    Ok(())
}

fn block(out: &mut Out, block: &Block) -> io::Result<()> {
    let rect = block.rect;
    let [x, y, w, h, r] = [rect.x, rect.y, rect.w, rect.h, block.radius].map(number);
    let attributes =
        [("class", block.class), ("x", &x), ("y", &y), ("width", &w), ("height", &h), ("rx", &r)];
    let element = out.create_element("rect").with_attributes(attributes);
    match &block.tooltip {
        None => element.write_empty()?,
        Some(tooltip) => element.write_inner_content(|out| {
            out.create_element("title").write_text_content(BytesText::new(tooltip))?;
            Ok(())
        })?,
    };
    Ok(())
}

fn text(out: &mut Out, text: &Text) -> io::Result<()> {
    let class = format!("{} {}", text.class, size_class(text.style));
    let [x, y] = [text.x, text.baseline].map(number);
    let attributes = [("class", class.as_str()), ("x", &x), ("y", &y)];
    out.create_element("text")
        .with_attributes(attributes)
        .write_text_content(BytesText::new(&text.content))?;
    Ok(())
}

fn size_class(style: Style) -> &'static str {
    match style {
        Style::Title => "t-title",
        Style::Heading => "t-heading",
        Style::Body => "t-body",
        Style::Small => "t-small",
        Style::Strong => "t-strong",
    }
}

/// The line, and its tip and dot as shapes of their own: not every viewer colours markers as their
/// line.
fn line(out: &mut Out, line: &Line) -> io::Result<()> {
    let path = |points: &[(f64, f64)], end: &str| {
        let steps: Vec<_> =
            points.iter().map(|(x, y)| format!("{} {}", number(*x), number(*y))).collect();
        format!("M{}{end}", steps.join("L"))
    };
    let class = [("class", line.class), ("d", &path(&line.points, ""))];
    out.create_element("path").with_attributes(class).write_empty()?;
    let tip_class = tip_class(line.class);
    if let (true, [.., before, last]) = (line.arrow, &line.points[..]) {
        let path = path(&tip(*before, *last), "Z");
        out.create_element("path")
            .with_attributes([("class", tip_class.as_str()), ("d", &path)])
            .write_empty()?;
    }
    if let (true, Some((x, y))) = (line.dot, line.points.first()) {
        let [x, y] = [*x, *y].map(number);
        let dot = [("class", tip_class.as_str()), ("cx", &x), ("cy", &y), ("r", "2.6")];
        out.create_element("circle").with_attributes(dot).write_empty()?;
    }
    Ok(())
}

/// `out dead` is `tip-out tip-dead`.
fn tip_class(class: &str) -> String {
    class.split(' ').map(|class| format!("tip-{class}")).collect::<Vec<_>>().join(" ")
}

/// The triangle at the end of a line that runs straight up, down, left or right.
fn tip(before: (f64, f64), last: (f64, f64)) -> [(f64, f64); 3] {
    const LENGTH: f64 = 7.0;
    const HALF: f64 = 3.6;
    let (dx, dy) = ((last.0 - before.0).signum(), (last.1 - before.1).signum());
    let is_level = last.1 == before.1;
    let (dx, dy) = if is_level { (dx, 0.0) } else { (0.0, dy) };
    let base = (last.0 - dx * LENGTH, last.1 - dy * LENGTH);
    [last, (base.0 - dy * HALF, base.1 - dx * HALF), (base.0 + dy * HALF, base.1 + dx * HALF)]
}

/// A number, rounded to a tenth of a pixel.
fn number(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    format!("{rounded}")
}
