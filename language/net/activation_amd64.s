#include "textflag.h"

// The constants of Exp in activation.go.
DATA consts<>+0(SB)/4, $0x3fb8aa3b // log2e
DATA consts<>+4(SB)/4, $0x3f318000 // ln2hi
DATA consts<>+8(SB)/4, $0xb95e8083 // ln2lo
DATA consts<>+12(SB)/4, $0x39506967 // p0
DATA consts<>+16(SB)/4, $0x3ab743ce // p1
DATA consts<>+20(SB)/4, $0x3c088908 // p2
DATA consts<>+24(SB)/4, $0x3d2aa9c1 // p3
DATA consts<>+28(SB)/4, $0x3e2aaaaa // p4
DATA consts<>+32(SB)/4, $0x3f000000 // p5
DATA consts<>+36(SB)/4, $0x3f800000 // one
DATA consts<>+40(SB)/4, $0x3f000000 // half
DATA consts<>+44(SB)/4, $0x42a00000 // high
DATA consts<>+48(SB)/4, $0xc2a00000 // low
DATA consts<>+52(SB)/4, $0x40000000 // two
DATA consts<>+56(SB)/4, $0x80000000 // sign
DATA consts<>+60(SB)/4, $127 // exponent of 1
GLOBL consts<>(SB), RODATA|NOPTR, $64

// EXP computes Y0 = e to the Y0 by the steps of Exp, rounding after each. Y15 to Y7
// hold constants, see LOAD; Y1 to Y5 are scratch.
#define EXP \
	VCMPPS $1, Y9, Y0, Y5 \
	VMINPS Y10, Y0, Y0 \
	VMULPS Y15, Y0, Y1 \
	VANDPS Y11, Y1, Y2 \
	VORPS Y12, Y2, Y2 \
	VADDPS Y2, Y1, Y1 \
	VCVTTPS2DQ Y1, Y1 \
	VCVTDQ2PS Y1, Y2 \
	VMULPS Y14, Y2, Y3 \
	VSUBPS Y3, Y0, Y0 \
	VMULPS Y13, Y2, Y3 \
	VSUBPS Y3, Y0, Y0 \
	VBROADCASTSS consts<>+12(SB), Y2 \
	VMULPS Y0, Y2, Y2 \
	VBROADCASTSS consts<>+16(SB), Y3 \
	VADDPS Y3, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VBROADCASTSS consts<>+20(SB), Y3 \
	VADDPS Y3, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VBROADCASTSS consts<>+24(SB), Y3 \
	VADDPS Y3, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VBROADCASTSS consts<>+28(SB), Y3 \
	VADDPS Y3, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VBROADCASTSS consts<>+32(SB), Y3 \
	VADDPS Y3, Y2, Y2 \
	VMULPS Y0, Y0, Y3 \
	VMULPS Y3, Y2, Y2 \
	VADDPS Y0, Y2, Y2 \
	VADDPS Y8, Y2, Y2 \
	VPADDD Y7, Y1, Y1 \
	VPSLLD $23, Y1, Y1 \
	VMULPS Y1, Y2, Y0 \
	VANDNPS Y0, Y5, Y0

#define LOAD \
	VBROADCASTSS consts<>+0(SB), Y15 \
	VBROADCASTSS consts<>+4(SB), Y14 \
	VBROADCASTSS consts<>+8(SB), Y13 \
	VBROADCASTSS consts<>+40(SB), Y12 \
	VBROADCASTSS consts<>+56(SB), Y11 \
	VBROADCASTSS consts<>+44(SB), Y10 \
	VBROADCASTSS consts<>+48(SB), Y9 \
	VBROADCASTSS consts<>+36(SB), Y8 \
	VBROADCASTSS consts<>+60(SB), Y7

// func sigmoidsAVX2(x *float32, n int)
TEXT ·sigmoidsAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	LOAD
sigmoid:
	VXORPS (DI), Y11, Y0   // -x
	EXP
	VADDPS Y0, Y8, Y0
	VDIVPS Y0, Y8, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  sigmoid
	VZEROUPPER
	RET

// func tanhsAVX2(x *float32, n int)
TEXT ·tanhsAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	LOAD
	VBROADCASTSS consts<>+52(SB), Y6
tanh:
	VMULPS (DI), Y6, Y0
	EXP
	VADDPS Y0, Y8, Y0
	VDIVPS Y0, Y6, Y0
	VSUBPS Y0, Y8, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  tanh
	VZEROUPPER
	RET
