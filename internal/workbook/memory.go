package workbook

import "sync"

// memory is what one workbook after another is written in: parts stand in it until they are compressed. Nothing of a workbook
// is left in it when the next begins.
type memory struct {
	texts  sharedTexts
	sheets [][]byte // of each sheet, in their order
}

var memories = sync.Pool{New: func() any { return &memory{texts: newSharedTexts()} }}

// sheet is the memory of a sheet, empty.
func (m *memory) sheet(i int) []byte {
	for len(m.sheets) <= i {
		m.sheets = append(m.sheets, nil)
	}
	return m.sheets[i][:0]
}

// release gives the memory to the next workbook.
func (m *memory) release() {
	m.texts.reset()
	memories.Put(m)
}
