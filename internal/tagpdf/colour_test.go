package tagpdf

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"
)

// Numbers of the sRGB profile, in units of 1/65536. The colorants are the primaries of IEC 61966-2-1:1999
// (x, y: 0.64 0.33, 0.30 0.60, 0.15 0.06; white point 0.3127 0.3290), adapted by the Bradford transform to the
// illuminant D50 of ICC.1:2001-04 (0.9642 1 0.8249).
var (
	illuminant = [3]uint32{0xF6D6, 0x10000, 0xD32D}
	red        = [3]uint32{0x6FA0, 0x38F5, 0x0390}
	green      = [3]uint32{0x6297, 0xB787, 0x18D9}
	blue       = [3]uint32{0x249F, 0x0F84, 0xB6C3}
)

// curvePoints is the number of samples of the transfer curve.
const curvePoints = 1024

type matrix [3][3]float64

func (m matrix) times(v [3]float64) (out [3]float64) {
	for i := range 3 {
		for j := range 3 {
			out[i] += m[i][j] * v[j]
		}
	}
	return out
}

// solve finds x with m x = v by Cramer's rule.
func (m matrix) solve(v [3]float64) (x [3]float64) {
	for j := range 3 {
		n := m
		for i := range 3 {
			n[i][j] = v[i]
		}
		x[j] = n.det() / m.det()
	}
	return x
}

func (m matrix) det() float64 {
	return m[0][0]*(m[1][1]*m[2][2]-m[1][2]*m[2][1]) - m[0][1]*(m[1][0]*m[2][2]-m[1][2]*m[2][0]) + m[0][2]*(m[1][0]*m[2][1]-m[1][1]*m[2][0])
}

// TestColorants recomputes the profile's numbers from the standard's chromaticities.
func TestColorants(t *testing.T) {
	xyz := func(x, y float64) [3]float64 { return [3]float64{x / y, 1, (1 - x - y) / y} }
	d65, d50 := xyz(0.3127, 0.3290), [3]float64{0.9642, 1, 0.8249}
	bradford := matrix{{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}
	primaries := [3][3]float64{xyz(0.64, 0.33), xyz(0.30, 0.60), xyz(0.15, 0.06)}
	var m matrix
	for i := range 3 {
		for j := range 3 {
			m[i][j] = primaries[j][i]
		}
	}
	scale := m.solve(d65)
	from, to := bradford.times(d65), bradford.times(d50)
	for j, got := range [][3]uint32{red, green, blue} {
		cone := bradford.times(primaries[j])
		for i := range cone {
			cone[i] *= scale[j] * to[i] / from[i]
		}
		for i, want := range bradford.solve(cone) {
			if uint32(math.Round(want*65536)) != got[i] {
				t.Errorf("colorant %d, coordinate %d: %#x, want %#x", j, i, got[i], uint32(math.Round(want*65536)))
			}
		}
	}
	for i, want := range d50 {
		if uint32(math.Round(want*65536)) != illuminant[i] {
			t.Errorf("illuminant: coordinate %d is %#x", i, illuminant[i])
		}
	}
}

// TestProfile rebuilds the profile, and reads its tags back.
func TestProfile(t *testing.T) {
	p := sRGB
	if !bytes.Equal(p, madeProfile()) {
		t.Error("the profile is not the one that is made of its parts")
	}
	if int(binary.BigEndian.Uint32(p)) != len(p) || len(p)%4 != 0 {
		t.Fatalf("the header says %d bytes, there are %d", binary.BigEndian.Uint32(p), len(p))
	}
	tags := map[string][]byte{}
	for i := range u32(p, 128) {
		e := p[132+12*i:]
		at := u32(e, 4)
		if at%4 != 0 {
			t.Errorf("tag %s is not aligned", e[:4])
		}
		tags[string(e[:4])] = p[at : at+u32(e, 8)]
	}
	for tag, kind := range map[string]string{
		"desc": "desc", "cprt": "text", "wtpt": "XYZ ", "rXYZ": "XYZ ", "gXYZ": "XYZ ", "bXYZ": "XYZ ",
		"rTRC": "curv", "gTRC": "curv", "bTRC": "curv",
	} {
		if len(tags[tag]) < 8 || string(tags[tag][:4]) != kind {
			t.Errorf("tag %s is not of type %s", tag, kind)
		}
	}
	curve := tags["gTRC"]
	if u32(curve, 8) != curvePoints || u16(curve, 12) != 0 || u16(curve, len(curve)-2) != 0xFFFF {
		t.Error("the curve does not go from 0 to 1")
	}
	middle := float64(u16(curve, 12+2*(curvePoints/2))) / 65535
	if math.Abs(middle-0.2146) > 0.0005 { // sRGB's grey at half the signal has a fifth of the light
		t.Errorf("the curve's middle is %.4f", middle)
	}
}

// madeProfile builds the profile from its parts: three colorants and one curve (ICC.1:2001-04, 6.3.1.2).
func madeProfile() []byte {
	tags := []struct {
		sign string
		data []byte
	}{
		{"desc", profileDescription("sRGB")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", xyz(illuminant)},
		{"rXYZ", xyz(red)},
		{"gXYZ", xyz(green)},
		{"bXYZ", xyz(blue)},
		{"rTRC", transferCurve()},
		{"gTRC", nil},
		{"bTRC", nil},
	}
	start := 128 + 4 + 12*len(tags)
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	at := 0
	for _, t := range tags {
		size := len(t.data)
		if t.data == nil { // the three curves are one
			size = 12 + 2*curvePoints
		} else {
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
			at = start + len(body)
			body = append(body, t.data...)
		}
		table = append(table, t.sign...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	for len(body)%4 != 0 {
		body = append(body, 0)
	}
	return append(append(profileHeader(start+len(body)), table...), body...)
}

// profileHeader is the first 128 bytes (ICC.1:2001-04, 6.1). Its date is fixed, for reproducible bytes.
func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x02100000)
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2000, 1, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	for i, v := range illuminant {
		binary.BigEndian.PutUint32(h[68+4*i:], v)
	}
	return h
}

func xyz(v [3]uint32) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, n := range v {
		b = binary.BigEndian.AppendUint32(b, n)
	}
	return b
}

// profileDescription is a textDescriptionType (6.5.17) with ASCII only; its other parts are empty.
func profileDescription(s string) []byte {
	b := []byte("desc\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, uint32(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...)
}

// transferCurve is the curve of IEC 61966-2-1:1999, 5.2, from encoded to linear values.
func transferCurve() []byte {
	b := []byte("curv\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, curvePoints)
	for i := range curvePoints {
		v := float64(i) / (curvePoints - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }
