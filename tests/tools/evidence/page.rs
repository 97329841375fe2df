//! The page for auditors in a real browser: complete, printable, self-contained and accessible.

mod chromium;

use anyhow::Result;
use chromium::Browser;

use super::evidence;

#[test]
fn the_page_needs_nothing_else() {
    let page = evidence(&[]);
    // A picture names its own patterns: `url(#lost)`.
    let page = page.replace("url(#", "");
    for outside in ["<script", "<link", "src=", "@import", "url("] {
        assert!(!page.contains(outside), "the page has {outside}");
    }
    let links: Vec<_> =
        page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(links.iter().all(|link| link.starts_with('#')), "{links:?}");
}

#[test]
fn the_page_is_shown_and_printed_by_a_browser_without_a_word_on_its_console() -> Result<()> {
    let browser = Browser::new()?;
    let page = browser.page(&evidence(&[]))?;
    let printed = browser.print(&page)?;
    assert!(printed.pages > 5, "{} pages", printed.pages);
    assert_eq!(printed.console, [""; 0]);
    Ok(())
}

#[test]
fn the_summary_takes_five_pages_at_most_on_letter_and_on_a4() -> Result<()> {
    let browser = Browser::new()?;
    let page = evidence(&[]);
    let (summary, annex) = page.split_once("<section id=\"annex\"").unwrap();
    assert!(annex.contains("proof-DB-1"));
    for (needs, verdict) in [("flows\">Flows", "✓ open: "), ("calls\">Calls", "✓ allowed: ")] {
        let counted =
            summary.split_once(needs).unwrap_or_else(|| panic!("{needs} are not in the summary")).1;
        assert!(counted.lines().next().unwrap().contains(verdict), "{needs}");
    }
    for size in ["letter", "A4"] {
        let sized = summary.replace("@page {", &format!("@page {{ size: {size};"));
        assert_ne!(sized, summary);
        let printed = browser.print(&browser.page(&format!("{sized}</main></body></html>"))?)?;
        assert!((2..=5).contains(&printed.pages), "{size}: {} pages", printed.pages);
    }
    Ok(())
}

#[test]
fn the_page_has_no_accessibility_violation() -> Result<()> {
    let browser = Browser::new()?;
    let violations = browser.accessibility(&evidence(&[]))?;
    assert_eq!(violations, [""; 0]);
    Ok(())
}

#[test]
fn a_page_that_is_not_accessible_is_found_to_be_so() -> Result<()> {
    let violations = Browser::new()?
        .accessibility("<!DOCTYPE html><html><body><img src=\"data:,\"></body></html>")?;
    assert!(
        violations.iter().any(|violation| violation.starts_with("image-alt")),
        "{violations:?}"
    );
    Ok(())
}
