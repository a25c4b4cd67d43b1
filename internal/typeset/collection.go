package typeset

import (
	"encoding/binary"
	"slices"

	"nianbao/internal/message"
)

// Member returns the font of a collection (.ttc, ISO/IEC 14496-22, 4.6) whose weight is nearest to the wanted one, as a file of
// its own; the first one of several. A file that is no collection is returned as it is.
func Member(data []byte, weight int) ([]byte, error) {
	const tag, count, offsets = "ttcf", 8, 12
	if len(data) < offsets || string(data[:len(tag)]) != tag {
		return data, nil
	}
	var best fontTables
	var firstErr error
	distance := func(t fontTables) int { return max(t.weight()-weight, weight-t.weight()) }
	for i := range min(int(binary.BigEndian.Uint32(data[count:])), (len(data)-offsets)/4, mostMembers) {
		at := int(binary.BigEndian.Uint32(data[offsets+4*i:]))
		tables, err := tablesAt(data, at)
		switch {
		case err != nil && firstErr == nil:
			firstErr = err
		case err == nil && (best == nil || distance(tables) < distance(best)):
			best = tables
		}
	}
	switch {
	case best != nil:
		best["head"] = slices.Clone(best["head"]) // whose checksum changes
		return best.file(), nil
	case firstErr != nil:
		return nil, message.Errorf("no font of the collection can be used: %w; extract one with glyf outlines to a .ttf file", firstErr)
	default:
		return nil, message.Errorf("the font collection is empty")
	}
}

// mostMembers is how many fonts of a collection are looked at.
const mostMembers = 64
