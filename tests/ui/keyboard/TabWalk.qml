import QtQuick
import QtTest
import "../support"

// Goes through a page or a dialog with Tab: what can have the focus gets it, shows it, and says what it is.
WindowTest {
    id: root

    readonly property int mostSteps: 150

    // What may be reached: what is seen whole or in part, can be used and asks for the focus. Rows of a list are the list's, which arrows walk through.
    function wanted(item, list, found) {
        if (!item.visible || !item.enabled || item.opacity === 0)
            return found;
        if (item.activeFocusOnTab && item.width > 0 && item.height > 0 && list === null && onShow(item))
            found.push(item);
        const inner = item.itemAtIndex !== undefined && item.activeFocusOnTab ? item : list;
        for (let i = 0; i < item.children.length; ++i)
            wanted(item.children[i], inner, found);
        return found;
    }
    function onShow(item) {
        const place = item.mapToItem(null, 0, 0);
        return place.x + item.width > 0 && place.y + item.height > 0 && place.x < root.window.width && place.y < root.window.height && !clipped(item);
    }
    function clipped(item) {
        for (let outer = item.parent; outer; outer = outer.parent) {
            if (!outer.clip)
                continue;
            const place = item.mapToItem(outer, 0, 0);
            if (place.x + item.width <= 0 || place.y + item.height <= 0 || place.x >= outer.width || place.y >= outer.height)
                return true;
        }
        return false;
    }
    function spoken(item) {
        for (let at = item; at && at !== root.window.contentItem; at = at.parent) {
            const words = at.Accessible.name || at.text || at.placeholderText || "";
            if (words !== "" || at.activeFocusOnTab && at !== item)
                return words;
        }
        return "";
    }
    function described(item) {
        return `${item} ${item.objectName} "${spoken(item)}"`;
    }
    // Whether the edges of the item, or what is drawn around it, look otherwise than before it had the focus. Where a view has scrolled by a whole row,
    // the next one looks as the one before did: then its ring is looked for.
    function showsFocus(item, before, after) {
        const place = item.mapToItem(root.window.contentItem, 0, 0);
        const around = 14, edge = around + 5;
        const left = Math.max(0, Math.floor(place.x) - around), right = Math.min(root.window.width - 1, Math.ceil(place.x + item.width) + around);
        const top = Math.max(0, Math.floor(place.y) - around), bottom = Math.min(root.window.height - 1, Math.ceil(place.y + item.height) + around);
        for (let y = top; y <= bottom; ++y)
            for (let x = left; x <= right; x += 7)
                if ((y < top + edge || y > bottom - edge) && String(before.pixel(x, y)) !== String(after.pixel(x, y)))
                    return true;
        return hasRing(item);
    }
    function hasRing(item) {
        if (item.background && item.background.border && item.background.border.width > 1)
            return true;  // a field says it with its frame
        if (String(item).startsWith("FocusRing"))
            return item.visible;
        for (let i = 0; i < item.children.length; ++i)
            if (hasRing(item.children[i]))
                return true;
        return false;
    }
    // `inside`: all that is to be reached; for a dialog also what must not be left.
    function walk(inside) {
        wait(300);
        const reached = [];
        const silent = [];
        const unseen = [];
        let before = grabImage(root.window.contentItem);
        for (let step = 0; step < mostSteps; ++step) {
            keyClick(Qt.Key_Tab);
            const item = root.window.activeFocusItem;
            verify(within(item, inside), described(item) + " has the focus");
            if (reached.includes(item))
                break;
            reached.push(item);
            wait(30);
            if (spoken(item) === "")
                silent.push(described(item));
            const after = grabImage(root.window.contentItem);
            if (!showsFocus(item, before, after))
                unseen.push(described(item));
            before = after;
        }
        const missed = wanted(inside, null, []).filter(item => !reached.some(one => within(one, item) || within(item, one)));
        compare(missed.map(described).join("\n"), "", "cannot be reached with Tab");
        compare(silent.join("\n"), "", "says nothing");
        compare(unseen.join("\n"), "", "does not show that it has the focus");
        return reached.length;
    }
    function within(item, outer) {
        for (let at = item; at; at = at.parent)
            if (at === outer)
                return true;
        return false;
    }
}
