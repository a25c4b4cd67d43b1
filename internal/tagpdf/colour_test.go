package tagpdf

import (
	"encoding/binary"
	"math"
	"testing"
)

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

// TestColorants works the profile's numbers out again from the standard's chromaticities.
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

// TestProfile reads the tags of the profile back.
func TestProfile(t *testing.T) {
	p := sRGB()
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
	if math.Abs(middle-0.2146) > 0.0005 { // sRGB's grey of half the signal has a fifth of the light
		t.Errorf("the curve's middle is %.4f", middle)
	}
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }
